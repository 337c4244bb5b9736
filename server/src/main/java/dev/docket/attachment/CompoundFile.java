package dev.docket.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The directory of a compound file ([MS-CFB], the container of DOC, XLS and PPT, and of installers and mail as well).
 * Reads only headers and directory sectors, at most {@link #MAX_SECTORS} of them.
 */
final class CompoundFile {
    private static final long SIGNATURE = 0xE11AB1A1E011CFD0L;
    private static final int HEADER = 512;
    private static final int HEADER_FAT_SECTORS = 109;
    private static final int ENTRY = 128;
    private static final int MAX_SECTORS = 4_096;
    private static final int LAST_REGULAR_SECTOR = 0xFFFFFFFA;

    private final FileChannel channel;
    private final ByteBuffer header;
    private final int sectorSize;

    private CompoundFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.header = read(0, HEADER);
        int shift = header.remaining() < HEADER ? 0 : header.getShort(30);
        this.sectorSize = shift == 9 || shift == 12 ? 1 << shift : 0;
    }

    private record DirectoryEntry(String name, int left, int right, int child) {}

    static boolean isOne(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer first = read(channel, 0, Long.BYTES);
            return first.remaining() == Long.BYTES && first.getLong(0) == SIGNATURE;
        }
    }

    /** Names of the storages and streams directly under the root; empty if the file is damaged. */
    static Set<String> topLevelNames(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            CompoundFile compound = new CompoundFile(channel);
            return compound.sectorSize == 0 ? Set.of() : childrenOfRoot(compound.directory());
        }
    }

    private static Set<String> childrenOfRoot(List<DirectoryEntry> directory) {
        Set<String> names = new HashSet<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        if (!directory.isEmpty()) {
            open.push(directory.getFirst().child());
        }
        while (!open.isEmpty()) {
            int index = open.pop();
            if (index >= 0 && index < directory.size() && seen.add(index)) {
                DirectoryEntry entry = directory.get(index);
                names.add(entry.name());
                open.push(entry.left());
                open.push(entry.right());
            }
        }
        return names;
    }

    private List<DirectoryEntry> directory() throws IOException {
        List<DirectoryEntry> entries = new ArrayList<>();
        int sector = header.getInt(48);
        for (int i = 0; i < MAX_SECTORS && isRegular(sector); i++) {
            ByteBuffer bytes = sector(sector);
            for (int at = 0; at + ENTRY <= bytes.limit(); at += ENTRY) {
                entries.add(entry(bytes, at));
            }
            sector = next(sector);
        }
        return entries;
    }

    private static DirectoryEntry entry(ByteBuffer bytes, int at) {
        int length = Math.clamp(bytes.getShort(at + 64) - 2, 0, 62);
        byte[] name = new byte[length];
        bytes.get(at, name);
        return new DirectoryEntry(
                new String(name, StandardCharsets.UTF_16LE),
                bytes.getInt(at + 68),
                bytes.getInt(at + 72),
                bytes.getInt(at + 76));
    }

    /** Follows the chain of sectors by the file allocation table. */
    private int next(int sector) throws IOException {
        int perSector = sectorSize / Integer.BYTES;
        int table = fatSector(sector / perSector);
        return isRegular(table) ? intAt(table, sector % perSector) : -1;
    }

    /** Where the {@code index}-th sector of the table is: the header names the first 109, a chain the others. */
    private int fatSector(int index) throws IOException {
        if (index < HEADER_FAT_SECTORS) {
            return header.getInt(76 + index * Integer.BYTES);
        }
        int perSector = sectorSize / Integer.BYTES - 1;
        int rest = index - HEADER_FAT_SECTORS;
        int sector = header.getInt(68);
        for (int i = 0; i < rest / perSector && i < MAX_SECTORS && isRegular(sector); i++) {
            sector = intAt(sector, perSector);
        }
        return isRegular(sector) ? intAt(sector, rest % perSector) : -1;
    }

    private int intAt(int sector, int index) throws IOException {
        ByteBuffer bytes = read((sector + 1L) * sectorSize + (long) index * Integer.BYTES, Integer.BYTES);
        return bytes.remaining() == Integer.BYTES ? bytes.getInt(0) : -1;
    }

    private ByteBuffer sector(int sector) throws IOException {
        return read((sector + 1L) * sectorSize, sectorSize);
    }

    private static boolean isRegular(int sector) {
        return sector >= 0 && Integer.compareUnsigned(sector, LAST_REGULAR_SECTOR) <= 0;
    }

    private ByteBuffer read(long position, int length) throws IOException {
        return read(channel, position, length);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Reads until full or at the end.
        }
        return buffer.flip();
    }
}
