package dev.docket.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeSet;

/**
 * The digest of an entry's content, SHA-256. The database chains it: an entry's hash is
 * {@code sha256(hash of the entry before || seq as 8 bytes || content digest)}.
 */
final class EntryHash {
    private static final byte SEPARATOR = 0x1e;

    private EntryHash() {}

    static byte[] of(Entry entry) {
        MessageDigest digest = sha256();
        Audience audience = entry.audience();
        add(digest, entry.stream());
        add(digest, entry.id());
        add(digest, entry.event().wireName());
        add(digest, entry.requestId());
        add(digest, entry.version());
        add(digest, entry.subjectId());
        add(digest, entry.actorId());
        add(digest, entry.actorName());
        add(digest, audience.level());
        add(digest, new TreeSet<>(audience.staffUsers()));
        add(digest, new TreeSet<>(audience.clientUsers()));
        add(digest, audience.forgetLevel());
        add(digest, new TreeSet<>(audience.forgetUsers()));
        add(digest, entry.changes());
        add(digest, entry.data());
        add(digest, entry.clientData());
        add(digest, entry.at());
        return digest.digest();
    }

    private static void add(MessageDigest digest, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
        }
        digest.update(SEPARATOR);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
