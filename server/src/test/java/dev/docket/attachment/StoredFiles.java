package dev.docket.attachment;

import dev.docket.common.Settings;
import dev.docket.testing.TestingServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies on the disk of a server. */
record StoredFiles(TestingServer server) {
    List<Path> incoming() {
        return files("incoming");
    }

    List<Path> kept() {
        return files("files");
    }

    private List<Path> files(String folder) {
        Path path = server.bean(Settings.class).dataDir().resolve(folder);
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
