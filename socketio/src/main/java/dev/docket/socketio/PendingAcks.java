package dev.docket.socketio;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The answers that a socket's client owes. Confined to the session's loop, except {@link #next}. */
final class PendingAcks {
    /** One answer. */
    final class Pending extends Wheel.Timer {
        private final long id;
        private final CompletableFuture<Arguments> answer = new CompletableFuture<>();

        private Pending(long id) {
            this.id = id;
        }

        long id() {
            return id;
        }

        CompletableFuture<Arguments> answer() {
            return answer;
        }

        @Override
        void expire() {
            if (waiting != null) {
                waiting.remove(id);
            }
            answer.completeExceptionally(new TimeoutException("the client did not answer in time"));
        }
    }

    private final Session session;
    private final AtomicLong lastId = new AtomicLong(-1);
    private @Nullable Map<Long, Pending> waiting;

    PendingAcks(Session session) {
        this.session = session;
    }

    /** A new answer to wait for. Any thread. */
    Pending next() {
        return new Pending(lastId.incrementAndGet());
    }

    /** Begins to wait, if that is possible; otherwise the answer has failed. */
    boolean await(Pending pending, Duration timeout, boolean connected) {
        if (waiting == null) {
            waiting = new HashMap<>(4);
        }
        if (!connected || waiting.size() >= session.options().pendingAcks()) {
            pending.answer.completeExceptionally(
                    new IllegalStateException(connected ? "too many answers are awaited" : "the socket is gone"));
            return false;
        }
        waiting.put(pending.id, pending);
        session.loop().wheel().schedule(pending, timeout.toMillis());
        return true;
    }

    void complete(long id, Arguments arguments) {
        Pending pending = waiting == null ? null : waiting.remove(id);
        if (pending != null) {
            pending.cancel();
            pending.answer.complete(arguments);
        }
    }

    /** The socket is gone. */
    void fail() {
        if (waiting != null) {
            List<Pending> failed = List.copyOf(waiting.values());
            waiting.clear();
            for (Pending pending : failed) {
                pending.cancel();
                pending.answer.completeExceptionally(new IllegalStateException("the socket is gone"));
            }
        }
    }
}
