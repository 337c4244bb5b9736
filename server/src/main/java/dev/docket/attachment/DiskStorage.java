package dev.docket.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/** Files in {@code <data>/files/<installation>/ab/cd/…}, two levels of folders so that none grows large. */
final class DiskStorage implements FileStorage {
    private static final int LEVEL = 2;

    private final Path folder;

    DiskStorage(Path folder) {
        this.folder = folder;
    }

    /** A rename within the data folder: the file is there whole or not at all, also after a power cut. */
    @Override
    public void put(String key, Path file) throws IOException {
        Path parent = Files.createDirectories(parent(key));
        Files.move(file, path(key), StandardCopyOption.ATOMIC_MOVE);
        force(parent);
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
        channel.position(from);
        return BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(channel))
                .setMaxCount(length)
                .get();
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public List<Kept> list(String prefix, @Nullable String after, int limit) throws IOException {
        List<Kept> found = new ArrayList<>();
        collect(folder.resolve(prefix), prefix, after == null ? "" : after, 0, limit, found);
        return found;
    }

    private static void collect(Path parent, String keyOfParent, String after, int depth, int limit, List<Kept> found)
            throws IOException {
        for (Path entry : entries(parent)) {
            String key = keyOfParent + entry.getFileName();
            if (found.size() == limit) {
                return;
            }
            if (depth < LEVEL) {
                // Keys below begin with this; the whole folder lies before a cursor whose beginning is greater.
                if (key.compareTo(after.substring(0, Math.min(after.length(), key.length()))) >= 0) {
                    collect(entry, key, after, depth + 1, limit, found);
                }
            } else if (StorageKeys.isOne(key) && key.compareTo(after) > 0) {
                found.add(new Kept(key, Files.getLastModifiedTime(entry).toInstant()));
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        }
    }

    private Path path(String key) {
        return parent(key).resolve(random(key).substring(2 * LEVEL));
    }

    private Path parent(String key) {
        String random = random(StorageKeys.checked(key));
        return folder.resolve(key.substring(0, key.indexOf('/')))
                .resolve(random.substring(0, LEVEL))
                .resolve(random.substring(LEVEL, 2 * LEVEL));
    }

    private static String random(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    /** A new name is durable only when its folder is. */
    private static void force(Path parent) throws IOException {
        try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
