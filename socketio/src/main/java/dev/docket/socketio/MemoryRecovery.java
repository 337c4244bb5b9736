package dev.docket.socketio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MemoryRecovery implements SessionRecovery {
    MemoryRecovery(Duration window, int events) {}

    @Override
    public Optional<String> issue(Socket socket) {
        return Optional.empty();
    }

    @Override
    public CompletionStage<Optional<RecoveredSession>> recover(RecoveryRequest request) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
