package dev.docket.request;

import dev.docket.program.ActiveUsage;
import dev.docket.program.ProgramAccess;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a request together with what the viewer may do to it, from the same rules that decide when it is tried. */
@Singleton
final class RequestDetails {
    private final RequestStore store;

    RequestDetails(RequestStore store) {
        this.store = store;
    }

    RequestDetail of(Transaction tx, ProgramAccess access, Request request) {
        Supplier<ActiveUsage> usage =
                () -> store.active(tx, access.program().id(), request.creator().id());
        Map<RequestAction, String> cannot = new EnumMap<>(RequestAction.class);
        for (RequestAction action : RequestAction.values()) {
            String refusal = refusal(action, access, request, usage);
            if (refusal != null) {
                cannot.put(action, refusal);
            }
        }
        return RequestDetail.of(RequestView.of(access, request), cannot);
    }

    private static @Nullable String refusal(
            RequestAction action, ProgramAccess access, Request request, Supplier<ActiveUsage> usage) {
        return switch (action) {
            case EDIT -> RequestPolicy.mayEdit(access, request).refusal();
            case DELETE -> RequestPolicy.mayDelete(access, request).refusal();
            case SUBMIT ->
                LifeCycle.check(Transition.toSubmit(request), access, request, usage)
                        .refusal();
            case WITHDRAW ->
                LifeCycle.check(Transition.WITHDRAW, access, request, usage).refusal();
            case REVIEW ->
                LifeCycle.check(Transition.REVIEW, access, request, usage).refusal();
            case APPROVE ->
                LifeCycle.check(Transition.APPROVE, access, request, usage).refusal();
            case REJECT ->
                LifeCycle.check(Transition.REJECT, access, request, usage).refusal();
            case COMPLETE ->
                LifeCycle.check(Transition.COMPLETE, access, request, usage).refusal();
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
