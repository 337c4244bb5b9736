package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a WebSocket gets in one turn of its loop: packets in their order. WebSockets that get the same share one sequence,
 * so taking a packet is to move on to the next sequence, and where several end at the same one, its packets leave as a
 * single buffer that is put together once. Confined to the loop.
 */
final class Sequence {
    /** More is not put together: it would take more memory than it saves time. */
    private static final int MERGED_BYTES = 64 << 10;

    /** For one WebSocket alone only what is small is: a large packet may be one that others get too. */
    private static final int MERGED_ALONE_BYTES = 2 << 10;

    private final @Nullable Sequence before;
    private final @Nullable Outgoing last;
    private final long size;
    private int sharers;
    private @Nullable Sequence next;
    private @Nullable Outgoing merged;

    private Sequence(@Nullable Sequence before, @Nullable Outgoing last, long size) {
        this.before = before;
        this.last = last;
        this.size = size;
    }

    /** The sequence that all begin with. */
    static Sequence empty() {
        return new Sequence(null, null, 0);
    }

    /** The same and one packet more, for a WebSocket that leaves this one. */
    Sequence then(Outgoing packet) {
        Sequence following = next;
        if (following == null || following.last != packet) {
            following = new Sequence(this, packet, size + packet.size());
            next = following;
        }
        sharers--;
        following.sharers++;
        return following;
    }

    /** Nobody else will follow. */
    void end() {
        next = null;
    }

    /** Bytes of all packets. */
    long size() {
        return size;
    }

    /** All of it as one packet, if it is one or is worth being made one. */
    @Nullable
    Outgoing single() {
        if (before == null || before.last == null) {
            return last;
        }
        if (merged == null && size <= (sharers > 1 ? MERGED_BYTES : MERGED_ALONE_BYTES)) {
            List<Frame> frames = new ArrayList<>();
            packets().forEach(packet -> frames.addAll(packet.packet().frames()));
            merged = new Outgoing(new Encoded(frames));
        }
        return merged;
    }

    /** The packets in their order. */
    Collection<Outgoing> packets() {
        var packets = new ArrayDeque<Outgoing>();
        Sequence sequence = this;
        while (sequence != null && sequence.last != null) {
            packets.addFirst(sequence.last);
            sequence = sequence.before;
        }
        return packets;
    }
}
