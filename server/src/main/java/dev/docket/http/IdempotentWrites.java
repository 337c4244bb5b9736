package dev.docket.http;

import dev.docket.common.Json;
import dev.docket.common.Problem;
import dev.docket.http.IdempotentCall.Answer;
import dev.docket.http.IdempotentCall.Earlier;
import dev.docket.storage.Transaction;
import dev.docket.storage.WriteObserver;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Claims the key of a call in the first write transaction of the call, and keeps there what that transaction answers: what
 * the call does and that it is done commit together, or neither.
 */
@Singleton
final class IdempotentWrites implements WriteObserver {
    static final Duration KEPT = Duration.ofHours(24);

    private final IdempotentCallStore store;
    private final Clock clock;

    IdempotentWrites(IdempotentCallStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Another call with the same key came first and is done; its answer is this call's. */
    static final class AnsweredBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        AnsweredBefore(Answer answer) {
            super("answered before", null, false, false);
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }

    @Override
    public void begun(Transaction tx) {
        currentCall().filter(call -> call.kept() == null).ifPresent(call -> {
            if (!store.lock(tx, call)) {
                throw Problem.callUnderWay();
            }
            store.find(tx, call.userId(), call.key(), oldest()).ifPresent(earlier -> {
                throw new AnsweredBefore(answerOf(earlier, call));
            });
            call.claimed(tx);
        });
    }

    /** Nearly always this is what the controller answers; {@link IdempotencyFilter} corrects it if it is not. */
    @Override
    public void ending(Transaction tx, Object result) {
        currentCall().filter(call -> call.isClaimedIn(tx)).ifPresent(call -> {
            boolean noBody = call.status() == HttpStatus.NO_CONTENT.getCode();
            Answer answer = Answer.of(call.status(), null, noBody ? null : Json.write(result));
            store.keep(tx, call, answer, now());
            tx.afterCommit(() -> call.committed(answer));
        });
    }

    /** @throws Problem 422 if the earlier call was another one */
    static Answer answerOf(Earlier earlier, IdempotentCall call) {
        if (!earlier.isThe(call)) {
            throw Problem.keyReused();
        }
        return earlier.answer();
    }

    Instant oldest() {
        return now().minus(KEPT);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<IdempotentCall> currentCall() {
        return ServerRequestContext.currentRequest()
                .flatMap(request -> request.getAttribute(IdempotentCall.ATTRIBUTE, IdempotentCall.class));
    }
}
