package dev.docket.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** When things happen in the demo company: Monday to Friday, by day. */
final class WorkingHours {
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final LocalTime EVENING = LocalTime.of(17, 30);

    private WorkingHours() {}

    /** Some minutes after {@code instant}, or when work begins after that. */
    static Instant after(Instant instant, int minutes, Chance chance) {
        LocalDateTime time = LocalDateTime.ofInstant(instant.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC)
                .plusSeconds(chance.between(1, 59));
        if (!time.toLocalTime().isBefore(EVENING)) {
            time = morningOf(time.plusDays(1), chance);
        } else if (time.toLocalTime().isBefore(MORNING)) {
            time = morningOf(time, chance);
        }
        while (time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY) {
            time = morningOf(time.plusDays(1), chance);
        }
        return time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime morningOf(LocalDateTime day, Chance chance) {
        return day.toLocalDate().atTime(MORNING).plusSeconds(chance.between(0, 2 * 3_600));
    }
}
