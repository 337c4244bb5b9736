package dev.docket.attachment;

import dev.docket.common.Settings;
import dev.docket.testing.TestingServer;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What lies on the disk of a server. Files may come and go while it is looked at. */
record StoredFiles(TestingServer server) {
    List<File> incoming() {
        return below(folder("incoming")).toList();
    }

    List<File> kept() {
        return below(folder("files")).toList();
    }

    private File folder(String name) {
        return server.bean(Settings.class).dataDir().resolve(name).toFile();
    }

    private static Stream<File> below(File folder) {
        File[] entries = folder.listFiles();
        return entries == null
                ? Stream.empty()
                : Arrays.stream(entries).flatMap(entry -> entry.isDirectory() ? below(entry) : Stream.of(entry));
    }
}
