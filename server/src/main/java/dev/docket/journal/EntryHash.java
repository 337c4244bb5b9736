package dev.docket.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The digest of an entry's content, SHA-256, and how the database chains it: an entry's hash is
 * {@code sha256(hash of the entry before || seq as 8 bytes || content digest)}.
 */
public final class EntryHash {
    private static final byte SEPARATOR = 0x1e;

    private EntryHash() {}

    static byte[] of(Entry entry) {
        return of(EntryContent.of(entry));
    }

    /** @param before the hash of the entry before; empty before the first */
    public static byte[] chained(byte[] before, long seq, EntryContent content) {
        MessageDigest digest = sha256();
        digest.update(before);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seq));
        return digest.digest(of(content));
    }

    private static byte[] of(EntryContent content) {
        MessageDigest digest = sha256();
        add(digest, content.stream());
        add(digest, content.id());
        add(digest, content.event());
        add(digest, content.requestId());
        add(digest, content.version());
        add(digest, content.subjectId());
        add(digest, content.actorId());
        add(digest, content.actorName());
        add(digest, content.level());
        add(digest, content.staffUsers());
        add(digest, content.clientUsers());
        add(digest, content.forgetLevel());
        add(digest, content.forgetUsers());
        add(digest, content.changes());
        add(digest, content.data());
        add(digest, content.clientData());
        add(digest, content.at());
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable Object value) {
        if (value != null) {
            digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
        }
        digest.update(SEPARATOR);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
