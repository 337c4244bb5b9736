package dev.docket;

import dev.docket.common.Settings;
import dev.docket.demo.DemoClock;
import dev.docket.identity.PasswordCost;
import dev.docket.storage.Database;
import dev.docket.storage.EmbeddedPostgresServer;
import dev.docket.storage.WriteObserver;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the features stand on: the clock and the database, embedded unless the settings name one. Secondary beans give way
 * to what {@link RunningServer#start} is given instead.
 */
@Factory
final class Infrastructure {
    /** The embedded PostgreSQL runs beside us on one machine: modest memory, one connection per pool slot and a few. */
    private static final Map<String, String> EMBEDDED = Map.of(
            "shared_buffers", "64MB",
            "max_connections", "60",
            "max_wal_size", "512MB");

    @Singleton
    @Secondary
    Clock clock(Settings settings) {
        return settings.demo() ? new DemoClock() : Clock.systemUTC();
    }

    @Singleton
    @Secondary
    PasswordCost passwordCost() {
        return PasswordCost.DEFAULT;
    }

    @Bean(preDestroy = "close")
    @Singleton
    DatabaseServer databaseServer(Settings settings) {
        return settings.databaseUrl() == null
                ? new DatabaseServer(EmbeddedPostgresServer.start(
                        settings.dataDir(), settings.dataDir().resolve("programs"), EMBEDDED))
                : new DatabaseServer(null);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Database database(Settings settings, DatabaseServer server, WriteObserver observer) {
        EmbeddedPostgresServer embedded = server.embedded();
        String url = settings.databaseUrl();
        if (embedded != null) {
            return Database.open(embedded.target(settings.databasePoolSize()), observer);
        }
        return Database.open(
                new Database.Target(
                        String.valueOf(url),
                        settings.databaseUser() == null ? "" : settings.databaseUser(),
                        settings.databasePassword().value() == null
                                ? ""
                                : settings.databasePassword().value(),
                        settings.databasePoolSize()),
                observer);
    }

    /** The embedded server, if it is ours to stop. */
    record DatabaseServer(@Nullable EmbeddedPostgresServer embedded) implements AutoCloseable {
        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
