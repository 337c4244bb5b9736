package dev.docket.request;

import dev.docket.program.ActiveUsage;
import dev.docket.program.ProgramAccess;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a request together with what the viewer may do to it, from the same rules that decide when it is tried. */
@Singleton
final class RequestDetails {
    private final RequestStore store;
    private final Clock clock;

    RequestDetails(RequestStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    RequestDetail of(Transaction tx, ProgramAccess access, Request request) {
        Supplier<ActiveUsage> usage =
                () -> store.active(tx, access.program().id(), request.creator().id());
        Instant now = clock.instant();
        Map<RequestAction, String> cannot = new EnumMap<>(RequestAction.class);
        for (RequestAction action : RequestAction.values()) {
            String refusal = refusal(action, access, request, now, usage);
            if (refusal != null) {
                cannot.put(action, refusal);
            }
        }
        return RequestDetail.of(RequestView.of(access, request), cannot);
    }

    private static @Nullable String refusal(
            RequestAction action, ProgramAccess access, Request request, Instant now, Supplier<ActiveUsage> usage) {
        return switch (action) {
            case EDIT -> RequestPolicy.mayEdit(access, request).refusal();
            case CHECK_ITEMS -> RequestPolicy.mayCheckItems(access, request).refusal();
            case DELETE -> RequestPolicy.mayDelete(access, request).refusal();
            case SUBMIT ->
                LifeCycle.check(Transition.toSubmit(request), access, request, now, usage)
                        .refusal();
            case WITHDRAW ->
                LifeCycle.check(Transition.WITHDRAW, access, request, now, usage)
                        .refusal();
            case REVIEW ->
                LifeCycle.check(Transition.REVIEW, access, request, now, usage).refusal();
            case APPROVE ->
                LifeCycle.check(Transition.APPROVE, access, request, now, usage).refusal();
            case REJECT ->
                LifeCycle.check(Transition.REJECT, access, request, now, usage).refusal();
            case COMPLETE ->
                LifeCycle.check(Transition.COMPLETE, access, request, now, usage)
                        .refusal();
            case ASSIGN -> RequestPolicy.mayAssign(access, request).refusal();
            case ASSIGN_SELF -> RequestPolicy.mayAssignSelf(access, request).refusal();
            case COMMENT -> RequestPolicy.mayComment(access).refusal();
            case COMMENT_INTERNALLY ->
                RequestPolicy.mayCommentInternally(access).refusal();
            case ATTACH -> RequestPolicy.mayAttach(access).refusal();
            case SHARE -> RequestPolicy.mayShare(access, request).refusal();
            case WATCH -> RequestPolicy.mayWatch(access).refusal();
        };
    }
}
