package dev.docket.attachment;

import dev.docket.common.FileSettings;
import dev.docket.common.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;

/** Chooses the storage, at the start, so that one that can't be reached stops it. */
@Factory
final class StorageFactory {
    @Context
    @Secondary
    @Bean(preDestroy = "close")
    FileStorage storage(Settings settings) {
        FileSettings.S3 s3 = settings.files().s3();
        return s3 == null ? new DiskStorage(settings.dataDir().resolve("files")) : S3Storage.connect(s3);
    }
}
