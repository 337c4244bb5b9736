package dev.docket.program;

import dev.docket.common.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a program takes requests: from its first day to its last, both included. Outside nobody creates, submits or
 * resubmits one; what was submitted before goes its way.
 *
 * @param timeZone in which the program's days begin and end
 */
public record TimeWindow(
        @Nullable LocalDate start, @Nullable LocalDate end, ZoneId timeZone) {
    /** The name of the rule in problem documents. */
    public static final String RULE = "time-window";

    static final ZoneId DEFAULT_TIME_ZONE = ZoneId.of("UTC");
    static final TimeWindow ALWAYS = new TimeWindow(null, null, DEFAULT_TIME_ZONE);

    /** The sentence that says why nothing can be filed at {@code now}; null if it can. */
    public @Nullable String refusal(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, timeZone);
        String todayIs = "; today is " + today + " (time zone: " + timeZone + "). A program manager can change that.";
        if (start != null && today.isBefore(start)) {
            return "The program takes requests from " + start + " on" + todayIs;
        }
        if (end != null && today.isAfter(end)) {
            return "The program took requests until " + end + todayIs;
        }
        return null;
    }

    /** @throws Problem 409 unless the window is open */
    public void orRefuse(Instant now) {
        String refusal = refusal(now);
        if (refusal != null) {
            throw Problem.transitionRefused(RULE, refusal);
        }
    }
}
