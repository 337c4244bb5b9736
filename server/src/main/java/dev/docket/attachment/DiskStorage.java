package dev.docket.attachment;

import dev.docket.common.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Files in {@code <data>/files/ab/cd/…}, two levels of folders so that none grows large. */
@Singleton
final class DiskStorage implements FileStorage {
    private static final int KEY_BYTES = 20;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{40}");

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    @Inject
    DiskStorage(Settings settings) {
        this(settings.dataDir().resolve("files"));
    }

    DiskStorage(Path folder) {
        this.folder = folder;
    }

    /** A rename within the data folder: the file is there whole or not at all, also after a power cut. */
    @Override
    public String put(Path file) throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        Path parent = Files.createDirectories(parent(key));
        Files.move(file, parent.resolve(key.substring(4)), StandardCopyOption.ATOMIC_MOVE);
        force(parent);
        return key;
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    private Path path(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("storage key: malformed (expected: 40 hexadecimal digits)");
        }
        return parent(key).resolve(key.substring(4));
    }

    private Path parent(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2, 4));
    }

    /** A new name is durable only when its folder is. */
    private static void force(Path parent) throws IOException {
        try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
