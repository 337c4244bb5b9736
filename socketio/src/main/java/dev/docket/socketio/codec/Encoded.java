package dev.docket.socketio.codec;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * An outbound Socket.IO packet, encoded once for all its receivers: a text frame and a binary frame per attachment.
 * Immutable.
 */
public record Encoded(List<Frame> frames) {
    /** Copies the list. */
    public Encoded {
        frames = List.copyOf(frames);
    }

    /** Bytes of all frames. */
    public int size() {
        int size = 0;
        for (Frame frame : frames) {
            size += frame.size();
        }
        return size;
    }

    /** The Socket.IO packet's text part without the Engine.IO type, as UTF-8, read-only. */
    public ByteBuffer text() {
        return frames.getFirst().payload().position(1).slice();
    }
}
