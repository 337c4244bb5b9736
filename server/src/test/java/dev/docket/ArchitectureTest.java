package dev.docket;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the packages stand on each other: {@code docs/ARCHITECTURE.md}, word for word. */
final class ArchitectureTest {
    /** What a package may know. A package that does not exist yet has its line already. */
    private static final String ARROWS = """
            common       ->
            text         ->
            storage      -> common
            journal      -> common storage
            identity     -> common storage journal
            http         -> common storage identity
            ops          -> common storage
            description  -> common journal identity
            program      -> common storage journal identity
            request      -> common storage journal identity program text
            comment      -> common storage journal identity program request text
            attachment   -> common storage journal identity program request
            chain        -> common storage journal identity program request
            sheet        -> common storage journal identity program request
            importing    -> common storage journal identity program request
            report       -> common storage journal identity program request
            audit        -> common storage journal identity
            live         -> common storage journal identity program socketio
            notification -> common storage journal identity program
            webhook      -> common storage journal identity program
            cluster      -> common storage journal
            demo         -> common storage journal identity program request comment attachment
            """;

    private static final JavaClasses docket = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.docket");

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrows")
    void knowsOnlyWhatItStandsOn(String arrow) {
        String[] sides = arrow.split(" *-> *", 2);
        String[] allowed = Stream.concat(
                        Stream.of(sides[0]), Arrays.stream(sides[1].split(" ")).filter(name -> !name.isEmpty()))
                .map(name -> "dev.docket." + name + "..")
                .toArray(String[]::new);

        check(classes()
                .that()
                .resideInAPackage("dev.docket." + sides[0] + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage("dev.docket..")))));
    }

    @Test
    void hasALineForEachPackage() {
        Set<String> lines = arrows().map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet());
        Set<String> packages = docket.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(names -> names.length > 2 && !names[2].equals("socketio"))
                .map(names -> names[2])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(lines).containsAll(packages);
    }

    @Test
    void hasNoCycles() {
        check(slices().matching("dev.docket.(*)..").should().beFreeOfCycles());
    }

    /** {@code RequestFilter} is the WHERE clause of its store, in a file of its own. */
    @Test
    void speaksSqlOnlyInStores() {
        DescribedPredicate<JavaClass> stores = topLevel(
                        "a store", name -> name.endsWith("Store") || name.equals("RequestFilter"))
                .or(resideInAPackage("dev.docket.storage"));

        check(noClasses()
                .that(not(stores))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb.."));
    }

    @Test
    void speaksHttpOnlyAtTheEdge() {
        DescribedPredicate<JavaClass> edge = topLevel(
                        "a controller or filter", name -> name.endsWith("Controller") || name.endsWith("Filter"))
                .or(resideInAnyPackage("dev.docket", "dev.docket.http"));

        check(noClasses()
                .that(not(edge))
                .and(not(topLevel(
                        "the adapter of live, or a simulated colleague, who is a client of the API",
                        name -> name.equals("LivePipeline") || name.equals("Colleague"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.micronaut.http..", "io.micronaut.web..", "io.micronaut.runtime..", "java.net.http.."));
    }

    @Test
    void touchesNettyOnlyInLive() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.docket.live..", "dev.docket.socketio..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty.."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Util", "Utils", "Helper", "Manager", "Impl"})
    void hasNoNamesThatSayNothing(String suffix) {
        check(noClasses().should().haveSimpleNameEndingWith(suffix));
    }

    static Stream<String> arrows() {
        return ARROWS.lines();
    }

    private static DescribedPredicate<JavaClass> topLevel(
            String description, java.util.function.Predicate<String> simpleName) {
        return DescribedPredicate.describe(description, type -> {
            String name = type.getName().substring(type.getPackageName().length() + 1);
            // What the framework generates for a class ($Name$Definition) is that class to us.
            String own = name.startsWith("$") ? name.substring(1) : name;
            return simpleName.test(own.contains("$") ? own.substring(0, own.indexOf('$')) : own);
        });
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(docket.that(describe("hand-written", ArchitectureTest::isHandWritten)));
    }

    /** Beans' definitions are generated into our packages and know the framework. */
    private static boolean isHandWritten(JavaClass type) {
        return !type.getSimpleName().startsWith("$") && !type.getName().contains(".$");
    }
}
