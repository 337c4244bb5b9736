package dev.docket.storage;

import dev.docket.common.StartFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own, kept under the data folder, started and stopped with the server. One server at a time may use
 * a data folder; a postmaster that outlived a killed server is ended before a new one starts, and one that dies while the
 * server runs is replaced.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);
    /** The library is made for tests and turns durability off; whoever wants that says so in the settings. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "unix_socket_directories", "");

    private static final String HBA = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final FileChannel lockFile;
    private final WatchedPostgres postgres;
    private final String password;

    private EmbeddedPostgresServer(FileChannel lockFile, WatchedPostgres postgres, String password) {
        this.lockFile = lockFile;
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * @param programs where PostgreSQL itself is unpacked to; not the folder for temporary files, which others clean up
     * @param settings of postgresql.conf, beyond the defaults
     * @throws StartFailure if the folder is in use or not ours to write, or the database does not start
     */
    public static EmbeddedPostgresServer start(Path dataDir, Path programs, Map<String, String> settings) {
        Path cluster = dataDir.resolve("postgres");
        FileChannel lock = lock(dataDir);
        try {
            return start(dataDir, programs, cluster, settings, lock);
        } catch (IOException | RuntimeException e) {
            release(lock);
            throw new StartFailure(
                    "the embedded database could not be started in " + cluster + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgresServer start(
            Path dataDir, Path programs, Path cluster, Map<String, String> settings, FileChannel lock)
            throws IOException {
        Files.createDirectories(cluster);
        LeftoverPostmaster.end(cluster);
        String password = password(dataDir);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setPGStartupWait(START)
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password);
        DURABLE.forEach(builder::setServerConfig);
        settings.forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        requirePassword(postgres, cluster, password);
        return new EmbeddedPostgresServer(lock, new WatchedPostgres(cluster, builder, postgres), password);
    }

    public Database.Target target(int poolSize) {
        return target(SUPERUSER, poolSize);
    }

    /** The same server, another database of it. */
    public Database.Target target(String database, int poolSize) {
        return new Database.Target(
                "jdbc:postgresql://localhost:" + postgres.port() + "/" + database, SUPERUSER, password, poolSize);
    }

    @Override
    public void close() {
        try (lockFile) {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            FileChannel channel = FileChannel.open(
                    dataDir.resolve("docket.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartFailure("the data folder " + dataDir + " is in use by another Docket server.");
            }
            return channel;
        } catch (IOException e) {
            throw new StartFailure("the data folder " + dataDir + " can't be written (DOCKET_DATA_DIR): " + e, e);
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static String password(Path dataDir) throws IOException {
        Path file = dataDir.resolve("postgres.password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    /** A new cluster trusts every local user; from the first start on it asks for the password. */
    private static void requirePassword(EmbeddedPostgres postgres, Path cluster, String password) throws IOException {
        Path hba = cluster.resolve("pg_hba.conf");
        if (Files.readString(hba).equals(HBA)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase(Map.of("password", password))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'");
            Files.writeString(hba, HBA);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
