package dev.docket.program;

import dev.docket.common.Violations;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How single settings are read. What is wrong with one goes to {@code violations}. */
final class SettingInput {
    private SettingInput() {}

    static @Nullable Integer limit(Violations violations, String path, @Nullable Integer value) {
        return inRange(violations, path, value, ProgramSettings.MAX_LIMIT);
    }

    static @Nullable Integer offsetDays(Violations violations, @Nullable Integer value) {
        return inRange(violations, "dueOffsetDays", value, DueRule.MAX_OFFSET_DAYS);
    }

    static @Nullable LocalDate day(Violations violations, String path, @Nullable String text) {
        return text == null ? null : FieldType.day(violations, path, text);
    }

    /** A region, which knows its daylight saving time, not an offset such as {@code +02:00}. */
    static ZoneId timeZone(Violations violations, String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        violations.add(
                "timeZone", FieldRules.quoted(text) + " (expected: the name of a time zone, such as Europe/Berlin)");
        return TimeWindow.DEFAULT_TIME_ZONE;
    }

    private static @Nullable Integer inRange(Violations violations, String path, @Nullable Integer value, int max) {
        if (value != null) {
            violations.addUnless(1 <= value && value <= max, path, value + " (expected: 1.." + max + ", or null)");
        }
        return value;
    }
}
