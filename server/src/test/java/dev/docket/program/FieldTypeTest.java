package dev.docket.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Ids;
import dev.docket.common.Json;
import dev.docket.common.Problem;
import dev.docket.common.Violations;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TEXT     | \" two words \"       | \"two words\"",
                "TEXT     | \"two\\nlines\"       | \"two\\nlines\"",
                "NUMBER   | 5                     | 5",
                "NUMBER   | -0.50                 | -0.5",
                "NUMBER   | 5.0                   | 5",
                "NUMBER   | 1e3                   | 1000",
                "NUMBER   | 1000000000000000      | 1000000000000000",
                "DATE     | \"2028-02-29\"        | \"2028-02-29\"",
                "DROPDOWN | \"red\"               | \"red\"",
                "CHECKBOX | false                 | false",
                "CHECKLIST   | [\"red\"]                  | [\"red\"]",
                "CHECKLIST   | [\"green\",\"red\"]      | [\"red\",\"green\"]",
                "FILE_UPLOAD | [\"01980000-0000-7000-8000-00000000000A\"] | [\"01980000-0000-7000-8000-00000000000a\"]",
            })
    void keepsValuesOfTheType(FieldType type, String given, String kept) {
        assertThat(read(type, given)).hasToString(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TEXT     | 5                     | 5 (expected: a text)",
                "TEXT     | {\"a\":1}             | {\"a\":1} (expected: a text)",
                "NUMBER   | \"5\"                 | \"5\" (expected: a number)",
                "NUMBER   | \"5abc\"              | \"5abc\" (expected: a number)",
                "NUMBER   | true                  | true (expected: a number)",
                "NUMBER   | 1000000000000001      | 1000000000000001 (expected: at most 10^15, with at most 10 decimals)",
                "NUMBER   | 0.12345678901         | 0.12345678901 (expected: at most 10^15, with at most 10 decimals)",
                "NUMBER   | 1e400000              | 1E+400000 (expected: at most 10^15, with at most 10 decimals)",
                "DATE     | \"2026-02-29\"        | \"2026-02-29\" (expected: a date such as 2026-11-23)",
                "DATE     | \"23.11.2026\"        | \"23.11.2026\" (expected: a date such as 2026-11-23)",
                "DATE     | \"2026-11-23T00:00Z\" | \"2026-11-23T00:00Z\" (expected: a date such as 2026-11-23)",
                "DATE     | \"+12026-11-23\"      | \"+12026-11-23\" (expected: a date such as 2026-11-23)",
                "DATE     | \"0000-11-23\"        | \"0000-11-23\" (expected: a date such as 2026-11-23)",
                "DATE     | 20261123              | 20261123 (expected: a date such as 2026-11-23)",
                "DROPDOWN | \"blue\"              | \"blue\" (expected: one of [red, green])",
                "DROPDOWN | [\"red\"]             | [\"red\"] (expected: one of [red, green])",
                "CHECKBOX | \"true\"              | \"true\" (expected: true or false)",
                "CHECKBOX | 1                     | 1 (expected: true or false)",
                "CHECKLIST   | \"red\"           | \"red\" (expected: a list of items)",
                "CHECKLIST   | {\"red\":true}    | {\"red\":true} (expected: a list of items)",
                "CHECKLIST   | [1,2,3]             | 3 of them (expected: at most 2)",
                "FILE_UPLOAD | \"01980000-0000-7000-8000-00000000000a\" | \"01980000-0000-7000-8000-00000000000a\" (expected: a list of ids of attachments)",
            })
    void refusesEverythingElse(FieldType type, String given, String message) {
        assertThatThrownBy(() -> read(type, given)).isInstanceOf(Problem.class).hasMessage("fields.x: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CHECKLIST   | [\"blue\"]          | fields.x[0]: \"blue\" (expected: one of [red, green])",
                "CHECKLIST   | [\"red\",\"red\"] | fields.x[1]: \"red\" (expected: each item once)",
                "CHECKLIST   | [true]                | fields.x[0]: true (expected: one of [red, green])",
                "FILE_UPLOAD | [\"1\"]             | fields.x[0]: \"1\" (expected: the id of an attachment)",
                "FILE_UPLOAD | [5]                   | fields.x[0]: 5 (expected: the id of an attachment)",
                "FILE_UPLOAD | [\"01980000-0000-7000-8000-00000000000a\",\"01980000-0000-7000-8000-00000000000A\"] | fields.x[1]: \"01980000-0000-7000-8000-00000000000A\" (expected: each attachment once)",
            })
    void saysWhichElementOfAListIsWrong(FieldType type, String given, String message) {
        assertThatThrownBy(() -> read(type, given)).isInstanceOf(Problem.class).hasMessage(message);
    }

    @Test
    void holdsUpTo20Files() {
        assertThat(read(FieldType.FILE_UPLOAD, ids(20))).hasSize(20);
        assertThatThrownBy(() -> read(FieldType.FILE_UPLOAD, ids(21)))
                .hasMessage("fields.x: 21 of them (expected: at most 20)");
    }

    private static String ids(int count) {
        return Json.write(Stream.generate(Ids::next).limit(count).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, null",
        "NUMBER, null",
        "DATE, null",
        "DROPDOWN, null",
        "CHECKBOX, null",
        "CHECKLIST, null",
        "CHECKLIST, []",
        "FILE_UPLOAD, null",
        "FILE_UPLOAD, []",
        "TEXT, '\"  \"'"
    })
    void takesNullAndBlankTextForNoValue(FieldType type, String given) {
        assertThat(read(type, given)).isNull();
    }

    @Test
    void holdsTextsOfUpTo5000Characters() {
        assertThat(read(FieldType.TEXT, Json.write("x".repeat(5_000)))).isNotNull();
        assertThatThrownBy(() -> read(FieldType.TEXT, Json.write("x".repeat(5_001))))
                .hasMessage("fields.x: 5001 characters (expected: 0..5000)");
    }

    private static @Nullable JsonNode read(FieldType type, String json) {
        Violations violations = new Violations();
        JsonNode kept = type.read(violations, "fields.x", Json.parse(json), List.of("red", "green"));
        violations.orThrow();
        return kept;
    }
}
