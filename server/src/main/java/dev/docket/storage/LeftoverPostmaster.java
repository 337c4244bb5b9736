package dev.docket.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed server leaves behind: a postmaster that still runs on our cluster, or only its pid file, whose number may
 * meanwhile belong to somebody else's process (then PostgreSQL would refuse to start). And what a killed postmaster leaves
 * behind: backends that have not noticed yet.
 */
final class LeftoverPostmaster {
    private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);
    private static final int PATIENCE_SECONDS = 30;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private LeftoverPostmaster() {}

    /** Ends it by PostgreSQL's immediate shutdown; the next start recovers from the write-ahead log. */
    static void end(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> postmaster = running(cluster);
        if (postmaster.isPresent()) {
            log.info(
                    "ending the database process {} that an earlier server left behind",
                    postmaster.get().pid());
            stop(postmaster.get());
        }
        awaitBackends(cluster);
        Files.deleteIfExists(pidFile);
    }

    /** They end by themselves; until then a new postmaster must not write beside them. */
    private static void awaitBackends(Path cluster) throws IOException {
        Path folder = cluster.toRealPath();
        long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (ProcessHandle.allProcesses().anyMatch(process -> isBackendIn(folder, process.pid()))) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("processes of an earlier database still work in " + folder);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Every process of PostgreSQL works in its data folder. Where there is no /proc (macOS) none is found. */
    private static boolean isBackendIn(Path folder, long pid) {
        Path process = Path.of("/proc/" + pid);
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                            .startsWith("postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException _) {
            return false;
        }
    }

    /** The postmaster that the cluster's pid file names, if it is one and runs. */
    static Optional<ProcessHandle> running(Path cluster) throws IOException {
        List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(_ -> isPostgresOn(cluster, pid));
    }

    private static boolean isPostgresOn(Path cluster, long pid) {
        try {
            String commandLine = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return commandLine.contains("postgres") && commandLine.contains(cluster.toString());
        } catch (IOException _) {
            // No /proc here (macOS): trust the program's name.
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.contains("postgres"))
                    .isPresent();
        }
    }

    private static void stop(ProcessHandle postmaster) throws IOException {
        // SIGTERM would wait for open sessions ("smart"); SIGQUIT ends every backend at once ("immediate").
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid()))
                .inheritIO()
                .start();
        try {
            postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException("process " + postmaster.pid() + " of the left-over database does not end", e);
        }
    }
}
