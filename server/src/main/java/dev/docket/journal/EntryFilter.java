package dev.docket.journal;

import dev.docket.common.Violations;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted; what is null restricts nothing. {@code from} belongs to the time asked for, {@code to} does not. */
public record EntryFilter(
        @Nullable EventType event,
        @Nullable UUID actor,
        @Nullable UUID subject,
        @Nullable UUID request,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final EntryFilter NONE = new EntryFilter(null, null, null, null, null, null);

    private static final String AN_ID = "an id";
    private static final String AN_INSTANT = "an instant such as 2026-01-31T08:00:00Z";

    /** As a query string says it. */
    public record Parameters(
            @Nullable String event,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable String request,
            @Nullable String from,
            @Nullable String to) {}

    /** What can't be read goes to {@code violations}; the filter is then meaningless. */
    public static EntryFilter of(Violations violations, Parameters wanted) {
        String names =
                Arrays.stream(EventType.values()).map(EventType::wireName).collect(Collectors.joining(", "));
        return new EntryFilter(
                parsed(violations, "event", wanted.event(), EventType::ofWireName, "one of " + names),
                parsed(violations, "actor", wanted.actor(), UUID::fromString, AN_ID),
                parsed(violations, "subject", wanted.subject(), UUID::fromString, AN_ID),
                parsed(violations, "request", wanted.request(), UUID::fromString, AN_ID),
                instant(violations, "from", wanted.from()),
                instant(violations, "to", wanted.to()));
    }

    public static @Nullable Instant instant(Violations violations, String path, @Nullable String text) {
        return parsed(violations, path, text, Instant::parse, AN_INSTANT);
    }

    private static <T> @Nullable T parsed(
            Violations violations, String path, @Nullable String text, Function<String, T> parse, String expected) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException _) {
            violations.add(path, String.format(Locale.ROOT, "\"%.60s\" (expected: %s)", text, expected));
            return null;
        }
    }
}
