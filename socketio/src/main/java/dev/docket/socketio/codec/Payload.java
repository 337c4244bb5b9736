package dev.docket.socketio.codec;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

/** The bodies of polling requests and responses (Engine.IO protocol v4, "HTTP long-polling: packet encoding"). */
public final class Payload {
    /** Stands between the packets of a payload. */
    public static final char SEPARATOR = '\u001e';

    private static final char REPLACEMENT = '\uFFFD';

    private Payload() {}

    /** The bytes as text, if they are valid UTF-8. */
    public static String utf8(byte[] bytes) throws ProtocolException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Fast for everybody: only a text with a replacement character may have been invalid.
        if (text.indexOf(REPLACEMENT) >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException e) {
                throw new ProtocolException("invalid UTF-8");
            }
        }
        return text;
    }

    /** Calls {@code packet} for each packet of a request body, in order. */
    public static void split(String body, Consumer<String> packet) {
        int start = 0;
        for (int end = body.indexOf(SEPARATOR); end >= 0; end = body.indexOf(SEPARATOR, start)) {
            packet.accept(body.substring(start, end));
            start = end + 1;
        }
        packet.accept(body.substring(start));
    }

    /** The data of a packet that begins with {@code b}. */
    public static byte[] binary(String packet) throws ProtocolException {
        try {
            // The stock Java client breaks its base64 into lines.
            String data = packet.substring(1).replace("\n", "");
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("invalid base64");
        }
    }

    /** Appends a packet to a response body. */
    public static void append(ByteBuf body, Frame frame) {
        if (body.isReadable()) {
            body.writeByte(SEPARATOR);
        }
        frame.writePollingTo(body);
    }
}
