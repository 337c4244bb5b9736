package dev.docket.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What lets a stock client continue as the same socket: given to it as {@code pid}, signed, stored nowhere.
 *
 * @param lineage fingerprint of the installation's history: a restored database is another one
 * @param settled see {@link Offset#settled}, when it was issued: where a client is that has seen no event yet
 * @param sid the socket's id
 */
record RecoveryPass(UUID user, String lineage, long settled, Instant issued, String sid) {
    private static final int FIXED_BYTES = 16 + 8 + 8 + Offset.EPOCH_LENGTH;

    byte[] bytes() {
        byte[] id = sid.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED_BYTES + id.length)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .putLong(settled)
                .putLong(issued.getEpochSecond())
                .put(lineage.getBytes(StandardCharsets.US_ASCII))
                .put(id)
                .array();
    }

    /** Of bytes that {@link #bytes} made. */
    static RecoveryPass of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID user = new UUID(buffer.getLong(), buffer.getLong());
        long settled = buffer.getLong();
        Instant issued = Instant.ofEpochSecond(buffer.getLong());
        byte[] lineage = new byte[Offset.EPOCH_LENGTH];
        byte[] sid = new byte[buffer.remaining() - lineage.length];
        buffer.get(lineage).get(sid);
        return new RecoveryPass(
                user,
                new String(lineage, StandardCharsets.US_ASCII),
                settled,
                issued,
                new String(sid, StandardCharsets.UTF_8));
    }
}
