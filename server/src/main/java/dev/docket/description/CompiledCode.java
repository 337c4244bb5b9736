package dev.docket.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.docket.identity.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the code says and the compiler's file does not: what answers leave out, and what needs no token. */
final class CompiledCode {
    /** Properties that are left out rather than sent as null, by the name of the schema. */
    private final Map<String, Set<String>> leftOut = new HashMap<>();

    private final Map<String, Set<String>> missing = new HashMap<>();
    private final Set<String> openOperations = new HashSet<>();

    private CompiledCode() {}

    static CompiledCode in(Path classes) throws IOException {
        CompiledCode code = new CompiledCode();
        try (Stream<Path> files = Files.walk(classes.resolve("dev/docket"))) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : all) {
                code.look(type(classes.relativize(file)));
            }
        }
        return code;
    }

    boolean leavesOut(String schema, String property) {
        return leftOut.getOrDefault(schema, Set.of()).contains(property);
    }

    /** Part of something that is not for everybody, and then missing as a whole; its own null says something. */
    boolean mayBeMissing(String schema, String property) {
        return missing.getOrDefault(schema, Set.of()).contains(property);
    }

    boolean isOpen(String operationId) {
        return openOperations.contains(operationId);
    }

    private static Class<?> type(Path file) {
        String name = file.toString().replace('/', '.').replaceFirst("\\.class$", "");
        try {
            return Class.forName(name, false, CompiledCode.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(Class<?> type) {
        if (type.isRecord()) {
            names(type).forEach(name -> {
                leftOut.computeIfAbsent(name, _ -> new HashSet<>()).addAll(leftOut(type));
                missing.computeIfAbsent(name, _ -> new HashSet<>()).addAll(missing(type));
            });
        } else if (type.getSimpleName().endsWith("Controller")) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Open.class) || type.isAnnotationPresent(Open.class)) {
                    openOperations.add(operationId(method));
                }
            }
        }
    }

    private static String operationId(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null || operation.operationId().isEmpty() ? method.getName() : operation.operationId();
    }

    private static Set<String> leftOut(Class<?> type) {
        Set<String> names = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
            if (include != null && include.value() == JsonInclude.Include.NON_NULL) {
                names.add(component.getName());
            }
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                names.addAll(leftOut(component.getType()));
            }
        }
        return names;
    }

    private static Set<String> missing(Class<?> type) {
        Set<String> names = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                names.addAll(
                        component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                ? properties(component.getType())
                                : missing(component.getType()));
            }
        }
        return names;
    }

    private static List<String> properties(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** The names that its schema may have. */
    private static List<String> names(Class<?> type) {
        Schema schema = type.getAnnotation(Schema.class);
        Class<?> outer = type.getEnclosingClass();
        String own = (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName();
        return schema == null || schema.name().isEmpty() ? List.of(own) : List.of(schema.name(), own);
    }
}
