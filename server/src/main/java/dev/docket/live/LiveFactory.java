package dev.docket.live;

import dev.docket.common.Settings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;

/** Wires what live delivery takes from the settings. */
@Factory
final class LiveFactory {
    @Singleton
    @Secondary
    LiveLimits limits(Settings settings) {
        return LiveLimits.of(settings.replayLimit(), settings.databasePoolSize());
    }
}
