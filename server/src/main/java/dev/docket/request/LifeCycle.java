package dev.docket.request;

import dev.docket.common.Decision;
import dev.docket.common.Problem;
import dev.docket.program.ActiveUsage;
import dev.docket.program.FieldDefinition;
import dev.docket.program.FieldType;
import dev.docket.program.Program;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ReachedLimit;
import dev.docket.program.TimeWindow;
import dev.docket.program.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one answer to whether a step of the life cycle may happen now, and if not, which rule stops it. */
final class LifeCycle {
    static final String STATUS_RULE = "status";
    static final String REQUIRED_FIELDS_RULE = "required-fields";
    static final String CHECKLISTS_RULE = "checklists";

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
     * @param now whether the program takes requests is a question of time
     * @param usage how many requests are active; asked only if the program has limits and the step would add one. To
     *     decide on a change, the caller came through {@code Programs.accessForCounting}.
     */
    static Verdict check(
            Transition step, ProgramAccess access, Request request, Instant now, Supplier<ActiveUsage> usage) {
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
        return gate(step, access, request, now)
                .<Verdict>map(refused -> refused)
                .or(() -> step.activates(request.status()) && program.hasLimits()
                        ? ReachedLimit.of(program, usage.get()).map(Verdict.Full::new)
                        : Optional.empty())
                .orElseGet(Verdict.Allowed::new);
    }

    /** What the program asks of a request before it goes on. */
    private static Optional<Verdict.Refused> gate(Transition step, ProgramAccess access, Request request, Instant now) {
        return switch (step) {
            case SUBMIT, RESUBMIT ->
                Optional.ofNullable(access.program().window().refusal(now))
                        .map(closed -> new Verdict.Refused(TimeWindow.RULE, closed))
                        .or(() -> missing(access.viewer(), access.program(), request)
                                .map(labels -> new Verdict.Refused(
                                        REQUIRED_FIELDS_RULE,
                                        "Some required fields have no value yet: " + labels + ".")));
            case COMPLETE ->
                openChecklists(access.program(), request)
                        .map(open -> new Verdict.Refused(
                                CHECKLISTS_RULE, "Some items of checklists are not checked yet: " + open + "."));
            case WITHDRAW, REVIEW, APPROVE, REJECT -> Optional.empty();
        };
    }

    /** Labels of required fields without a value. What the viewer does not see does not stop the viewer. */
    private static Optional<String> missing(Viewer viewer, Program program, Request request) {
        String labels = program.fields().stream()
                .filter(FieldDefinition::required)
                .filter(field -> field.visibleTo(viewer))
                .filter(field -> FieldValues.shown(field, request.fields()) == null)
                .map(FieldDefinition::label)
                .collect(Collectors.joining(", "));
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels);
    }

    /** Checklists with open items and how far they are, if the program wants them complete. */
    private static Optional<String> openChecklists(Program program, Request request) {
        if (!program.requireCompleteChecklists()) {
            return Optional.empty();
        }
        List<String> open = new ArrayList<>();
        for (FieldDefinition field : program.fields()) {
            if (field.type() == FieldType.CHECKLIST) {
                ChecklistProgress progress = ChecklistProgress.of(field, request);
                if (!progress.complete()) {
                    open.add(field.label() + " (" + progress.checked() + " of " + progress.total() + ")");
                }
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", open));
    }

    private static String names(Transition step, Program program) {
        return step.from(program).stream().sorted().map(RequestStatus::label).collect(Collectors.joining(", "));
    }
}
