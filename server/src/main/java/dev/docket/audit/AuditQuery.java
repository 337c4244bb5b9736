package dev.docket.audit;

import dev.docket.common.Violations;
import dev.docket.journal.EntryFilter;
import dev.docket.journal.Journal;
import dev.docket.journal.WholeJournal.Mark;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the audit is wanted.
 *
 * @param program the stream: a program's, or that of the installation itself; null: all
 * @param requestKey {@code OPS-12}, if the request was named so
 */
record AuditQuery(
        @Nullable UUID program,
        EntryFilter filter,
        @Nullable String requestKey,
        @Nullable Mark before,
        int limit) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final String SYSTEM = "system";
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,15}-[1-9][0-9]{0,8}");

    /** As a query string says it. */
    record Parameters(
            @Nullable String program,
            EntryFilter.Parameters filter,
            @Nullable String before,
            @Nullable Integer limit) {}

    /** @throws dev.docket.common.Problem 400 that lists all that can't be read */
    static AuditQuery of(Parameters wanted) {
        Violations violations = new Violations();
        EntryFilter.Parameters given = wanted.filter();
        String request = given.request();
        boolean byKey = request != null && KEY.matcher(request).matches();
        int limit = wanted.limit() == null ? DEFAULT_LIMIT : wanted.limit();
        violations.addUnless(1 <= limit && limit <= MAX_LIMIT, "limit", limit + " (expected: 1.." + MAX_LIMIT + ")");
        AuditQuery query = new AuditQuery(
                program(violations, wanted.program()),
                EntryFilter.of(
                        violations,
                        new EntryFilter.Parameters(
                                given.event(),
                                given.actor(),
                                given.subject(),
                                byKey ? null : request,
                                given.from(),
                                given.to())),
                byKey && request != null ? request.toUpperCase(Locale.ROOT) : null,
                mark(violations, wanted.before()),
                limit);
        violations.orThrow();
        return query;
    }

    AuditQuery withRequest(UUID request) {
        EntryFilter given = filter;
        return new AuditQuery(
                program,
                new EntryFilter(given.event(), given.actor(), given.subject(), request, given.from(), given.to()),
                null,
                before,
                limit);
    }

    static @Nullable UUID program(Violations violations, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return text.equals(SYSTEM) ? Journal.SYSTEM : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            violations.add("program", quoted(text) + " (expected: the id of a program, or system)");
            return null;
        }
    }

    static String cursor(Mark mark) {
        return mark.at() + "_" + mark.id();
    }

    private static @Nullable Mark mark(Violations violations, @Nullable String text) {
        if (text == null) {
            return null;
        }
        int middle = Math.max(text.indexOf('_'), 0);
        try {
            return new Mark(Instant.parse(text.substring(0, middle)), UUID.fromString(text.substring(middle + 1)));
        } catch (IllegalArgumentException | DateTimeException _) {
            violations.add("before", quoted(text) + " (expected: next of the page before)");
            return null;
        }
    }

    private static String quoted(String text) {
        return String.format(Locale.ROOT, "\"%.60s\"", text);
    }
}
