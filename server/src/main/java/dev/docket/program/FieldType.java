package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of value a field holds, and which JSON values are one. Nothing is guessed: {@code "5"} is no number. */
public enum FieldType {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("date")
    DATE,
    @JsonProperty("dropdown")
    DROPDOWN,
    @JsonProperty("checkbox")
    CHECKBOX,
    @JsonProperty("checklist")
    CHECKLIST,
    @JsonProperty("file_upload")
    FILE_UPLOAD;

    /** Longest value of a text field, in characters. */
    public static final int MAX_TEXT = 5_000;

    private static final BigDecimal MAX_NUMBER = BigDecimal.TEN.pow(15);
    private static final int MAX_DECIMALS = 10;
    private static final int MAX_YEAR = 9_999;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static FieldType ofName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value as it is kept; null if it means that there is none (JSON null, a blank text, an empty list). What is wrong
     * with it goes to {@code violations} under {@code path}. Whether files exist is not looked at.
     *
     * @param choices see {@link FieldDefinition#choices()}
     */
    public @Nullable JsonNode read(Violations violations, String path, JsonNode value, List<String> choices) {
        if (value.isNull()) {
            return null;
        }
        return switch (this) {
            case TEXT -> text(violations, path, value);
            case NUMBER -> number(violations, path, value);
            case DATE -> date(violations, path, value);
            case DROPDOWN -> {
                boolean offered = value.isTextual() && choices.contains(value.textValue());
                violations.addUnless(offered, path, shown(value) + " (expected: one of " + choices + ")");
                yield value;
            }
            case CHECKBOX -> {
                violations.addUnless(value.isBoolean(), path, shown(value) + " (expected: true or false)");
                yield value;
            }
            case CHECKLIST -> ListValue.items(violations, path, value, choices);
            case FILE_UPLOAD -> ListValue.files(violations, path, value);
        };
    }

    /** A date in ISO form that exists: {@code 2026-02-30} does not. */
    public static @Nullable LocalDate day(Violations violations, String path, String text) {
        try {
            LocalDate day = LocalDate.parse(text, DAY);
            if (1 <= day.getYear() && day.getYear() <= MAX_YEAR) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Falls through: no date.
        }
        violations.add(path, shown(TextNode.valueOf(text)) + " (expected: a date such as 2026-11-23)");
        return null;
    }

    private static @Nullable JsonNode text(Violations violations, String path, JsonNode value) {
        if (!value.isTextual()) {
            violations.add(path, shown(value) + " (expected: a text)");
            return value;
        }
        String text = Text.block(violations, path, value.textValue(), 0, MAX_TEXT);
        return text.isEmpty() ? null : TextNode.valueOf(text);
    }

    private static JsonNode number(Violations violations, String path, JsonNode value) {
        if (!value.isNumber()) {
            violations.add(path, shown(value) + " (expected: a number)");
            return value;
        }
        BigDecimal number = value.decimalValue();
        boolean small =
                number.precision() - number.scale() <= 16 && number.abs().compareTo(MAX_NUMBER) <= 0;
        if (!small || number.scale() > 400 || number.stripTrailingZeros().scale() > MAX_DECIMALS) {
            violations.add(
                    path, shown(value) + " (expected: at most 10^15, with at most " + MAX_DECIMALS + " decimals)");
            return value;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static JsonNode date(Violations violations, String path, JsonNode value) {
        if (!value.isTextual()) {
            violations.add(path, shown(value) + " (expected: a date such as 2026-11-23)");
            return value;
        }
        var _ = day(violations, path, value.textValue());
        return value;
    }

    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
