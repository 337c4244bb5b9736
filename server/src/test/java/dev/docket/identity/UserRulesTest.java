package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Problem;
import dev.docket.common.Violations;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserRulesTest {
    private final Violations violations = new Violations();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.test",
                "  ada@example.test ",
                "Ada.Byron+docket@mail.example.co.uk",
                "admin@docket.local",
                "root@localhost",
                "o'neill@example.test",
                "jörg@müller.example",
                "a@1.test",
            })
    void takesWhatMailCanBeSentTo(String email) {
        assertThat(UserRules.email(violations, "email", email)).isEqualTo(email.strip());
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.test",
                "ada@",
                "ada@@example.test",
                "ada@example..test",
                "ada@.test",
                "ada@example.",
                "ada b@example.test",
                "ada@exam ple.test",
                "ada@example.test, eve@example.test",
                "Ada <ada@example.test>",
                "ada\u200b@example.test",
                "ada@example.test\nBcc: eve@example.test",
                "",
            })
    void refusesWhatIsNoAddressOrMoreThanOne(String email) {
        String _ = UserRules.email(violations, "email", email);

        assertThat(problems()).startsWith("email: ");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        String _ = UserRules.email(violations, "email", "a@" + "b".repeat(252));
        assertThat(problems()).isEmpty();

        String _ = UserRules.email(violations, "email", "a@" + "b".repeat(253));
        assertThat(problems()).isEqualTo("email: 255 characters (expected: 1..254)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "🦉", "د. محمد\u200f", "\u200fשרה", "Đỗ", "O’Neill", "Ⅷ", "X Æ A-12"})
    void takesNamesOfAllScripts(String name) {
        assertThat(UserRules.name(violations, "name", name)).isEqualTo(name);
        assertThat(problems()).isEmpty();
    }

    @Test
    void countsNamesInCodePoints() {
        String _ = UserRules.name(violations, "name", "🦉".repeat(50));
        assertThat(problems()).isEmpty();

        String _ = UserRules.name(violations, "name", "🦉".repeat(51));
        assertThat(problems()).isEqualTo("name: 51 characters (expected: 1..50)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202eadA", "A\u2066b", "\u200b", "\u200f\u200e", "a\nb", "\u00ad", ""})
    void refusesNamesThatHideOrTurnTheTextAround(String name) {
        String _ = UserRules.name(violations, "name", name);

        assertThat(problems()).startsWith("name: ");
    }

    @Test
    void refusesNamesThatNoColumnCanHold() {
        String _ = UserRules.name(violations, "name", "a\u0000b");
        String _ = UserRules.name(violations, "name", "a\ud800");

        assertThat(problems())
                .isEqualTo("name: contains the character U+0000 (expected: printable text)\n"
                        + "name: contains the character U+D800 (expected: printable text)");
    }

    @Test
    void countsPasswordsInCodePointsNotBytes() {
        for (String password :
                new String[] {"12345678", "x".repeat(128), "🔑".repeat(8), "🔑".repeat(128), "        "}) {
            assertThat(UserRules.password(violations, "password", password)).isEqualTo(password);
        }
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "🔑🔑🔑🔑🔑🔑🔑", ""})
    void refusesShortPasswordsWithoutRepeatingThem(String password) {
        String _ = UserRules.password(violations, "password", password);

        assertThat(problems())
                .isEqualTo("password: " + password.codePointCount(0, password.length())
                        + " characters (expected: 8..128)");
    }

    @Test
    void refusesLongPasswords() {
        String _ = UserRules.password(violations, "password", "🔑".repeat(129));

        assertThat(problems()).isEqualTo("password: 129 characters (expected: 8..128)");
    }

    private String problems() {
        try {
            violations.orThrow();
            return "";
        } catch (Problem problem) {
            return ((List<?>) Objects.requireNonNull(problem.members().get("errors")))
                    .stream()
                            .map(Problem.Violation.class::cast)
                            .map(error -> error.path() + ": " + error.message())
                            .collect(Collectors.joining("\n"));
        }
    }
}
