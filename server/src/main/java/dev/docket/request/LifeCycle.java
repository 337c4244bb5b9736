package dev.docket.request;

import dev.docket.common.Decision;
import dev.docket.common.Problem;
import dev.docket.program.ActiveUsage;
import dev.docket.program.FieldDefinition;
import dev.docket.program.Program;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ReachedLimit;
import dev.docket.program.Viewer;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one answer to whether a step of the life cycle may happen now, and if not, which rule stops it. */
final class LifeCycle {
    static final String STATUS_RULE = "status";
    static final String REQUIRED_FIELDS_RULE = "required-fields";

    private LifeCycle() {}

    /** What the rules say to a step. */
    sealed interface Verdict {
        /** The sentence of the rule that stops the step; null if none does. */
        @Nullable
        String refusal();

        /** @throws Problem that fits the rule, unless the step may happen */
        void orThrow();

        /** Nothing stops it. */
        record Allowed() implements Verdict {
            @Override
            public @Nullable String refusal() {
                return null;
            }

            @Override
            public void orThrow() {}
        }

        /** Not for this viewer. */
        record Forbidden(String refusal) implements Verdict {
            @Override
            public void orThrow() {
                throw Problem.forbidden(refusal);
            }
        }

        /** Not in the state that the request is in. */
        record Refused(String rule, String refusal) implements Verdict {
            @Override
            public void orThrow() {
                throw Problem.transitionRefused(rule, refusal);
            }
        }

        /** Not as long as a limit leaves no room. */
        record Full(ReachedLimit limit) implements Verdict {
            @Override
            public String refusal() {
                return limit.sentence();
            }

            @Override
            public void orThrow() {
                throw limit.problem();
            }
        }
    }

    /**
     * @param usage how many requests are active; asked only if the program has limits and the step would add one. To
     *     decide on a change, the caller came through {@code Programs.accessForCounting}.
     */
    static Verdict check(Transition step, ProgramAccess access, Request request, Supplier<ActiveUsage> usage) {
        Program program = access.program();
        Decision role = RequestPolicy.mayTake(step, access, request);
        if (role.refusal() != null) {
            return new Verdict.Forbidden(role.refusal());
        }
        if (!step.from(program).contains(request.status())) {
            return new Verdict.Refused(
                    STATUS_RULE,
                    "A request that is " + request.status().words() + " cannot be " + step.participle() + "; "
                            + "that is possible from: " + names(step, program) + ".");
        }
        return missing(step, access.viewer(), program, request)
                .<Verdict>map(labels -> new Verdict.Refused(
                        REQUIRED_FIELDS_RULE, "Some required fields have no value yet: " + labels + "."))
                .or(() -> step.activates(request.status()) && program.hasLimits()
                        ? ReachedLimit.of(program, usage.get()).map(Verdict.Full::new)
                        : Optional.empty())
                .orElseGet(Verdict.Allowed::new);
    }

    /** Labels of required fields without a value. What the viewer does not see does not stop the viewer. */
    private static Optional<String> missing(Transition step, Viewer viewer, Program program, Request request) {
        if (step.to() != RequestStatus.SUBMITTED) {
            return Optional.empty();
        }
        String labels = program.fields().stream()
                .filter(FieldDefinition::required)
                .filter(field -> field.visibleTo(viewer))
                .filter(field -> !request.fields().containsKey(field.key()))
                .map(FieldDefinition::label)
                .collect(Collectors.joining(", "));
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels);
    }

    private static String names(Transition step, Program program) {
        return step.from(program).stream().sorted().map(RequestStatus::label).collect(Collectors.joining(", "));
    }
}
