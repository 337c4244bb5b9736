package dev.docket.socketio.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
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

    /** The messages without framing: the text, with the Engine.IO type, in UTF-8, and each attachment; read-only. */
    public List<ByteBuffer> parts() {
        return frames.stream().map(Frame::payload).toList();
    }

    /** A packet out of its {@link #parts}. */
    public static Encoded of(List<byte[]> parts) {
        List<Frame> frames = new ArrayList<>(parts.size());
        for (byte[] part : parts) {
            frames.add(frames.isEmpty() ? Frame.text(part) : Frame.binary(part));
        }
        return new Encoded(frames);
    }
}
