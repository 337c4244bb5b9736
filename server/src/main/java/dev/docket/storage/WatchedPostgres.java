package dev.docket.storage;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A postmaster that is started again when it ends and nobody asked it to: killed for memory, or by a slip of the hand. On
 * the same port, so that the connection pool finds it; PostgreSQL recovers from its write-ahead log.
 */
final class WatchedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WatchedPostgres.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path cluster;
    private final EmbeddedPostgres.Builder builder;
    private final int port;

    @GuardedBy("this")
    private EmbeddedPostgres running;

    @GuardedBy("this")
    private boolean closed;

    /** @param builder which {@code running} was started by */
    WatchedPostgres(Path cluster, EmbeddedPostgres.Builder builder, EmbeddedPostgres running) throws IOException {
        this.cluster = cluster;
        this.port = running.getPort();
        this.builder = builder.setPort(port);
        this.running = running;
        watch();
    }

    int port() {
        return port;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        running.close();
    }

    private void watch() throws IOException {
        ProcessHandle postmaster = LeftoverPostmaster.running(cluster)
                .orElseThrow(() -> new IOException("the database in " + cluster + " ended as soon as it ran"));
        var _ = postmaster
                .onExit()
                .thenRunAsync(
                        this::startAgain,
                        task -> Thread.ofPlatform()
                                .name("postgres-watch")
                                .daemon()
                                .start(task));
    }

    private void startAgain() {
        while (!startedOrClosed()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private synchronized boolean startedOrClosed() {
        if (closed) {
            return true;
        }
        log.warn("the embedded database ended by itself: starting it again");
        try {
            LeftoverPostmaster.end(cluster);
            // Gives its lock of the folder back.
            running.close();
            running = builder.start();
            watch();
            return true;
        } catch (IOException | RuntimeException e) {
            log.error("the embedded database could not be started again: {}", e.toString());
            return false;
        }
    }
}
