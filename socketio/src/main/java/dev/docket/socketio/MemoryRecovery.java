package dev.docket.socketio;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Recovery out of this node's memory. Thread-safe. */
final class MemoryRecovery implements SessionRecovery {
    private final Duration window;
    private final int events;
    private final Map<String, EventLog> logs = new ConcurrentHashMap<>();

    MemoryRecovery(Duration window, int events) {
        this.window = window;
        this.events = events;
    }

    EventLog log(String namespace) {
        return logs.computeIfAbsent(namespace, added -> new EventLog(window, events));
    }

    @Override
    public Optional<String> issue(Socket socket) {
        return Optional.of(log(socket.namespace().name()).issue(socket));
    }

    @Override
    public CompletionStage<Optional<RecoveredSession>> recover(RecoveryRequest request) {
        CompletableFuture<Optional<RecoveredSession>> answer = new CompletableFuture<>();
        recover(request, Runnable::run, found -> answer.complete(found.map(EventLog.Continued::session)));
        return answer;
    }

    /** Has {@code then} called on the executor, which has no event before it that is not missed nor one that is. */
    void recover(RecoveryRequest request, Executor executor, Consumer<Optional<EventLog.Continued>> then) {
        log(request.handshake().namespace()).recover(request.pid(), request.offset(), executor, then);
    }

    void resumed(Socket socket, String pid, long seen) {
        log(socket.namespace().name()).resumed(socket, pid, seen);
    }
}
