package dev.docket.common;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A refusal that the caller can act on, spoken as an RFC 9457 problem document. Thrown anywhere, mapped once at the edge.
 * The factories are the whole catalogue, their types those of {@link ProblemType}.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Object> members;

    private Problem(ProblemType type, String detail, Map<String, Object> members) {
        super(detail, null, false, false);
        this.type = type;
        this.members = members;
    }

    /** One thing that is wrong with the input: {@code path} as in the JSON sent, {@code message} with value and expectation. */
    public record Violation(String path, String message) {}

    public static Problem validation(List<Violation> errors) {
        return new Problem(ProblemType.VALIDATION, summary(errors), Map.of("errors", List.copyOf(errors)));
    }

    public static Problem invalid(String path, String message) {
        return validation(List.of(new Violation(path, message)));
    }

    public static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED, detail, Map.of());
    }

    /** @param code one of token_missing, token_invalid, token_expired, user_inactive, credentials, session_ended */
    public static Problem unauthenticated(String code, String detail) {
        return new Problem(ProblemType.UNAUTHENTICATED, detail, Map.of("code", code));
    }

    /** @param rule names the rule and who could do it, as a sentence */
    public static Problem forbidden(String rule) {
        return new Problem(ProblemType.FORBIDDEN, rule, Map.of());
    }

    /** Also for what exists but may not be seen: a foreign thing does not exist for you. */
    public static Problem notFound(String kind) {
        return new Problem(ProblemType.NOT_FOUND, "There is no such " + kind + ".", Map.of());
    }

    public static Problem conflict(String detail) {
        return new Problem(ProblemType.CONFLICT, detail, Map.of());
    }

    /** Somebody else changed the same thing since the caller saw it. {@code current} is the entity as it is now. */
    public static Problem staleVersion(Object current, List<?> conflicts) {
        return new Problem(
                ProblemType.STALE_VERSION,
                "The version you saw is no longer the current one.",
                Map.of("current", current, "conflicts", conflicts));
    }

    /** @param rule stable name of the rule that stopped the transition, such as {@code status} or {@code required-fields} */
    public static Problem transitionRefused(String rule, String detail) {
        return new Problem(ProblemType.TRANSITION_REFUSED, detail, Map.of("rule", rule));
    }

    public static Problem limitReached(String name, long limit, long usage, String detail) {
        return new Problem(ProblemType.LIMIT_REACHED, detail, Map.of("name", name, "limit", limit, "usage", usage));
    }

    /** @param people as the author named them: whoever they are, their real names are not told here */
    public static Problem notMentionable(List<Person> people, String whoMayBe) {
        String names = String.join(", ", people.stream().map(Person::name).toList());
        return new Problem(
                ProblemType.NOT_MENTIONABLE,
                "mentions: " + names + " (expected: " + whoMayBe + ")",
                Map.of("mentions", List.copyOf(people)));
    }

    /** @param usage what the program stores already, in bytes */
    public static Problem quotaReached(long limitBytes, long usage, long size, String detail) {
        return new Problem(
                ProblemType.QUOTA_REACHED, detail, Map.of("limit", limitBytes, "usage", usage, "size", size));
    }

    public static Problem rangeNotSatisfiable(long size) {
        return new Problem(
                ProblemType.RANGE_NOT_SATISFIABLE,
                "Range: nothing of it lies in the file (expected: within its " + size + " bytes)",
                Map.of("size", size));
    }

    public static Problem tooLarge(long limitBytes) {
        return new Problem(
                ProblemType.TOO_LARGE,
                "size: more than " + limitBytes + " bytes (expected: at most " + limitBytes + ")",
                Map.of("limit", limitBytes));
    }

    public static Problem tooSlow() {
        return new Problem(ProblemType.TOO_SLOW, "The upload stood still for too long and was given up.", Map.of());
    }

    public static Problem takesTooLong(Duration limit) {
        return new Problem(
                ProblemType.TAKES_TOO_LONG,
                "The server took longer than " + limit.toSeconds()
                        + " s to find it and gave up. Ask for something rarer, or try again later.",
                Map.of());
    }

    public static Problem storageFull() {
        return new Problem(
                ProblemType.STORAGE_FULL,
                "The server can't store the file now: its disk is full or not writable. Nothing was kept.",
                Map.of());
    }

    public static Problem unsupportedType(String detail) {
        return new Problem(ProblemType.UNSUPPORTED_TYPE, detail, Map.of());
    }

    public static Problem tooMany(long retryAfterSeconds, String detail) {
        return new Problem(ProblemType.TOO_MANY, detail, Map.of("retryAfter", retryAfterSeconds));
    }

    public ProblemType type() {
        return type;
    }

    /** The first call with the same {@code Idempotency-Key} has not ended yet. */
    public static Problem callUnderWay() {
        return new Problem(
                ProblemType.CALL_UNDER_WAY,
                "A call with this Idempotency-Key is being carried out. Send it again in a moment to get its answer.",
                Map.of("retryAfter", 1L));
    }

    public static Problem keyReused() {
        return new Problem(
                ProblemType.KEY_REUSED,
                "The Idempotency-Key was used for another call in the last 24 hours (expected: a new key for each call)",
                Map.of());
    }

    public String slug() {
        return type.slug();
    }

    public int status() {
        return type.status();
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
