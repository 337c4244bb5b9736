package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What the sessions of one event loop share. Everything that a host asks for goes through {@link #execute}, also when
 * the caller is on the loop already: that is what keeps calls in their order.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class Loop {
    private static final System.Logger LOG = System.getLogger(Loop.class.getName());

    /** What leads from a packet that came in to all that is sent for it: its tasks, theirs, and once more. */
    private static final int FLUSH_DEFERRALS = 3;

    private final EventLoop executor;
    private final Metrics metrics;
    private final Wheel wheel;
    private List<Session> unflushed = new ArrayList<>();
    private List<Session> flushing = new ArrayList<>();
    private final List<Outgoing> shared = new ArrayList<>();
    private final Sequence nothing = Sequence.empty();
    private @Nullable Outgoing latest;
    private boolean flushScheduled;
    private int flushDeferrals;
    private long highWater;

    Loop(EventLoop executor, Options options) {
        this.executor = executor;
        this.metrics = options.metrics();
        this.wheel = new Wheel(executor, Wheel.tickMillis(options));
    }

    boolean isCurrent() {
        return executor.inEventLoop();
    }

    Wheel wheel() {
        return wheel;
    }

    /** Runs the task after all that were given before it; never at once. Does nothing when the loop has ended. */
    void execute(Runnable task) {
        try {
            executor.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "event loop has ended");
        }
    }

    /** Runs what comes from the network: at once if the caller is on the loop. */
    void executeInbound(Runnable task) {
        if (isCurrent()) {
            guarded(task);
        } else {
            execute(task);
        }
    }

    /** Has the session flushed once, behind what is queued now: frames of a whole turn leave in one system call. */
    void flushLater(Session session) {
        unflushed.add(session);
        endTurnLater();
    }

    private void endTurnLater() {
        if (!flushScheduled) {
            flushScheduled = true;
            execute(this::flush);
        }
    }

    /** The packet for one or more sessions; the same for those that are sent it one after the other in this turn. */
    Outgoing outgoing(Encoded packet) {
        Outgoing outgoing = latest;
        if (outgoing == null || !outgoing.packet().equals(packet)) {
            outgoing = new Outgoing(packet);
            latest = outgoing;
            endTurnLater();
        }
        return outgoing;
    }

    /** What a WebSocket has got in this turn before its first packet. */
    Sequence nothing() {
        return nothing;
    }

    /** Has the packet's memory released when this turn's sessions are flushed. */
    void releaseLater(Outgoing outgoing) {
        shared.add(outgoing);
        endTurnLater();
    }

    void queued(long bytes) {
        if (bytes > highWater) {
            highWater = bytes;
            metrics.queueHighWater(bytes);
        }
    }

    private void flush() {
        if (flushDeferrals < FLUSH_DEFERRALS && hasMoreToDo()) {
            // What is queued now may add to what the same connections get: to a new socket's CONNECT, its first events.
            flushDeferrals++;
            execute(this::flush);
            return;
        }
        flushDeferrals = 0;
        var sessions = unflushed;
        unflushed = flushing;
        flushing = sessions;
        for (Session session : sessions) {
            flush(session);
        }
        sessions.clear();
        shared.forEach(Outgoing::release);
        shared.clear();
        nothing.end();
        latest = null;
        flushScheduled = false;
        if (!unflushed.isEmpty()) {
            endTurnLater();
        }
    }

    private boolean hasMoreToDo() {
        return executor instanceof SingleThreadEventExecutor single && single.pendingTasks() > 0;
    }

    private static void flush(Session session) {
        try {
            session.flush();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a session could not be flushed", e);
        }
    }

    /** Runs code of the host, whose failure must not cost others on this loop. */
    static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener failed", e);
        }
    }
}
