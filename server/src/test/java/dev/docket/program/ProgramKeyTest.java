package dev.docket.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Problem;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Facility Management, FM",
        "Office of the Chief Executive, OOT",
        "Operations, OPE",
        "Économie é été, EEE",
        "X, XPR",
        "42, PR"
    })
    void remindsOfTheName(String name, String key) {
        assertThat(ProgramKey.madeFrom(name, _ -> false)).isEqualTo(key);
    }

    @Test
    void findsAFreeKeyHoweverManyAreTaken() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String key = ProgramKey.madeFrom("Operations", taken::contains);
            assertThat(key).matches(ProgramKey.PATTERN);
            assertThat(taken.add(key)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "ABCDEFG", "ops", "A1", "AÄ"})
    void refusesWhatIsNoKey(String key) {
        assertThatThrownBy(() -> ProgramKey.checked(key))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("expected: 2..6 capital letters");
    }
}
