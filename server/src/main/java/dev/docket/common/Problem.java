package dev.docket.common;

import java.util.List;
import java.util.Map;

/**
 * A refusal that the caller can act on, spoken as an RFC 9457 problem document. Thrown anywhere, mapped once at the edge.
 * The factories are the whole catalogue; their slugs are stable and listed in {@code docs/problems.md}.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String slug;
    private final int status;
    private final String title;
    private final transient Map<String, Object> members;

    private Problem(String slug, int status, String title, String detail, Map<String, Object> members) {
        super(detail, null, false, false);
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.members = members;
    }

    /** One thing that is wrong with the input: {@code path} as in the JSON sent, {@code message} with value and expectation. */
    public record Violation(String path, String message) {}

    public static Problem validation(List<Violation> errors) {
        return new Problem(
                "validation", 400, "Some values are not valid", summary(errors), Map.of("errors", List.copyOf(errors)));
    }

    public static Problem invalid(String path, String message) {
        return validation(List.of(new Violation(path, message)));
    }

    public static Problem malformed(String detail) {
        return new Problem("malformed", 400, "The request could not be read", detail, Map.of());
    }

    /** @param code one of token_missing, token_invalid, token_expired, user_inactive, credentials, session_ended */
    public static Problem unauthenticated(String code, String detail) {
        return new Problem("unauthenticated", 401, "Please log in", detail, Map.of("code", code));
    }

    /** @param rule names the rule and who could do it, as a sentence */
    public static Problem forbidden(String rule) {
        return new Problem("forbidden", 403, "You may not do this", rule, Map.of());
    }

    /** Also for what exists but may not be seen: a foreign thing does not exist for you. */
    public static Problem notFound(String kind) {
        return new Problem("not-found", 404, "Not found", "There is no such " + kind + ".", Map.of());
    }

    public static Problem conflict(String detail) {
        return new Problem("conflict", 409, "This conflicts with the current state", detail, Map.of());
    }

    /** Somebody else changed the same thing since the caller saw it. {@code current} is the entity as it is now. */
    public static Problem staleVersion(Object current, List<?> conflicts) {
        return new Problem(
                "stale-version",
                409,
                "Somebody changed this in the meantime",
                "The version you saw is no longer the current one.",
                Map.of("current", current, "conflicts", conflicts));
    }

    /** @param rule stable name of the rule that stopped the transition, such as {@code status} or {@code required-fields} */
    public static Problem transitionRefused(String rule, String detail) {
        return new Problem("transition-refused", 409, "This step is not possible now", detail, Map.of("rule", rule));
    }

    public static Problem limitReached(String name, long limit, long usage, String detail) {
        return new Problem(
                "limit-reached",
                409,
                "A limit is reached",
                detail,
                Map.of("name", name, "limit", limit, "usage", usage));
    }

    public static Problem tooLarge(long limitBytes) {
        return new Problem(
                "too-large",
                413,
                "Too large",
                "size: more than " + limitBytes + " bytes (expected: at most " + limitBytes + ")",
                Map.of("limit", limitBytes));
    }

    public static Problem tooSlow() {
        return new Problem(
                "too-slow", 408, "Too slow", "The upload stood still for too long and was given up.", Map.of());
    }

    public static Problem storageFull() {
        return new Problem(
                "storage-full",
                507,
                "No room for the file",
                "The server can't store the file now: its disk is full or not writable. Nothing was kept.",
                Map.of());
    }

    public static Problem unsupportedType(String detail) {
        return new Problem("unsupported-type", 415, "This type of file is not accepted", detail, Map.of());
    }

    public static Problem tooMany(long retryAfterSeconds, String detail) {
        return new Problem("too-many", 429, "Too many requests", detail, Map.of("retryAfter", retryAfterSeconds));
    }

    /** The first call with the same {@code Idempotency-Key} has not ended yet. */
    public static Problem callUnderWay() {
        return new Problem(
                "call-under-way",
                409,
                "The same call is under way",
                "A call with this Idempotency-Key is being carried out. Send it again in a moment to get its answer.",
                Map.of("retryAfter", 1L));
    }

    public static Problem keyReused() {
        return new Problem(
                "key-reused",
                422,
                "This key belongs to another call",
                "The Idempotency-Key was used for another call in the last 24 hours (expected: a new key for each call)",
                Map.of());
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Extension members of the document (RFC 9457 section 3.2). */
    public Map<String, Object> members() {
        return members;
    }

    private static String summary(List<Violation> errors) {
        return errors.size() == 1
                ? errors.getFirst().path() + ": " + errors.getFirst().message()
                : errors.size() + " values are not valid.";
    }
}
