package dev.docket.program;

import dev.docket.common.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A limit on active requests that leaves no room for one more. */
public record ReachedLimit(String name, int limit, int usage, String sentence) {
    /** The first limit of the program that one more active request of the creator would exceed. */
    public static Optional<ReachedLimit> of(Program program, ActiveUsage usage) {
        return of("maxActiveRequests", program.maxActiveRequests(), usage.program(), "in this program")
                .or(() -> of(
                        "maxActiveRequestsPerUser",
                        program.maxActiveRequestsPerUser(),
                        usage.creator(),
                        "of one creator in this program"));
    }

    public Problem problem() {
        return Problem.limitReached(name, limit, usage, sentence);
    }

    private static Optional<ReachedLimit> of(String name, @Nullable Integer limit, int usage, String scope) {
        return limit == null || usage < limit
                ? Optional.empty()
                : Optional.of(new ReachedLimit(
                        name,
                        limit,
                        usage,
                        usage + " requests " + scope + " are active (limit: " + limit
                                + "). Complete or reject one, or ask a program manager to raise the limit."));
    }
}
