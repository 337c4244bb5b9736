package dev.docket.live;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The client's side of a WebSocket (RFC 6455), text only, on a plain socket and a thread of its own. The JDK's client may
 * miss an end of the connection that comes right behind a message.
 */
final class RawWebSocket {
    private static final int TEXT = 1;
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    private final Socket socket;

    private RawWebSocket(Socket socket) {
        this.socket = socket;
    }

    /**
     * @param onText called for each message, one after the other; as long as it does not return nothing is read
     * @param onEnd called once when the connection has ended, in whatever way
     */
    static RawWebSocket open(URI server, String path, Consumer<String> onText, Runnable onEnd) {
        try {
            Socket socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            RawWebSocket webSocket = new RawWebSocket(socket);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n"
                                    + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> webSocket.read(onText, onEnd));
            return webSocket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Consumer<String> onText, Runnable onEnd) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 65_536))) {
            skipHead(in);
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                byte[] payload = in.readNBytes(length(in));
                if (opcode == TEXT) {
                    onText.accept(new String(payload, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException _) {
            // It has ended.
        } finally {
            onEnd.run();
        }
    }

    private static void skipHead(DataInputStream in) throws IOException {
        for (int seen = 0; seen < 4; ) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            seen = next == "\r\n\r\n".charAt(seen) ? seen + 1 : next == '\r' ? 1 : 0;
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte();
        return switch (length) {
            case LENGTH_16 -> in.readUnsignedShort();
            case LENGTH_64 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    /** Sends one message. One caller at a time. */
    void send(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
        frame.write(FIN | TEXT);
        if (payload.length < LENGTH_16) {
            frame.write(MASKED | payload.length);
        } else {
            frame.write(MASKED | LENGTH_16);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]); // a mask that changes nothing
        frame.writeBytes(payload);
        try {
            socket.getOutputStream().write(frame.toByteArray());
        } catch (IOException _) {
            // It has ended, and says so to the reader.
        }
    }

    /** Ends the connection without a close frame. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
