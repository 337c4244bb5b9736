package dev.docket.socketio.codec;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One outbound Engine.IO packet as a finished, unmasked WebSocket frame (RFC 6455, section 5.2). A polling payload is
 * the same bytes without the frame's header, for a binary packet in base64 behind a {@code b}. Immutable.
 */
public final class Frame {
    private static final int FIN_TEXT = 0x81;
    private static final int FIN_BINARY = 0x82;

    private final byte[] bytes;
    private final int header;

    private Frame(byte[] bytes, int header) {
        this.bytes = bytes;
        this.header = header;
    }

    /** A text packet: its type digit and its data. */
    public static Frame text(String packet) {
        return text(packet.getBytes(StandardCharsets.UTF_8));
    }

    /** A text packet in UTF-8: its type digit and its data. */
    public static Frame text(byte[] packet) {
        return of(FIN_TEXT, packet);
    }

    /** A binary message. */
    public static Frame binary(byte[] data) {
        return of(FIN_BINARY, data);
    }

    private static Frame of(int first, byte[] payload) {
        int length = payload.length;
        int header = length < 126 ? 2 : length < 1 << 16 ? 4 : 10;
        var frame = ByteBuffer.allocate(header + length).put((byte) first);
        switch (header) {
            case 2 -> frame.put((byte) length);
            case 4 -> frame.put((byte) 126).putShort((short) length);
            default -> frame.put((byte) 127).putLong(length);
        }
        return new Frame(frame.put(payload).array(), header);
    }

    /** Whether it is a binary message. */
    public boolean isBinary() {
        return bytes[0] == (byte) FIN_BINARY;
    }

    /** Bytes of the WebSocket frame. */
    public int size() {
        return bytes.length;
    }

    /** Bytes of the polling payload. */
    public int pollingSize() {
        int length = bytes.length - header;
        return isBinary() ? 1 + (length + 2) / 3 * 4 : length;
    }

    /** Appends the WebSocket frame. */
    public void writeTo(ByteBuf out) {
        out.writeBytes(bytes);
    }

    /** Appends the polling payload. */
    public void writePollingTo(ByteBuf out) {
        if (isBinary()) {
            out.writeByte('b').writeBytes(Base64.getEncoder().encode(payload()).array());
        } else {
            out.writeBytes(bytes, header, bytes.length - header);
        }
    }

    /** What is behind the header, read-only. */
    public ByteBuffer payload() {
        return ByteBuffer.wrap(bytes, header, bytes.length - header).slice().asReadOnlyBuffer();
    }
}
