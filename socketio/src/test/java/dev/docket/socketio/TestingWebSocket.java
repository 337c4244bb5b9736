package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One WebSocket, blocking, frame by frame. */
final class TestingWebSocket implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** What came in. */
    record Frame(int opcode, ByteBuffer data) {
        String text() {
            return StandardCharsets.UTF_8.decode(data.duplicate()).toString();
        }

        int closeCode() {
            return data.getShort(0);
        }
    }

    private final TestingHttp http;
    private final DataInputStream in;

    private TestingWebSocket(TestingHttp http) throws IOException {
        this.http = http;
        this.in = new DataInputStream(http.in());
    }

    /** Opens a WebSocket; {@code query} such as {@code EIO=4&transport=websocket}. */
    static TestingWebSocket open(int port, String query, String... headers) throws IOException {
        var http = new TestingHttp(port);
        TestingHttp.Response response = handshake(http, "/socket.io/?" + query, headers);
        assertThat(response.status()).isEqualTo(101);
        return new TestingWebSocket(http);
    }

    static TestingHttp.Response handshake(TestingHttp http, String path, String... headers) throws IOException {
        var head = new StringBuilder("GET " + path + " HTTP/1.1\r\nhost: localhost\r\nconnection: Upgrade\r\n"
                + "upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        http.raw(head + "\r\n");
        TestingHttp.Response response = http.head();
        if (response.status() != 101) {
            http.in().readNBytes(Integer.parseInt(response.headers().getOrDefault("content-length", "0")));
        }
        return response;
    }

    void send(String text) throws IOException {
        send(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] data) throws IOException {
        send(BINARY, true, data);
    }

    void send(int opcode, boolean last, byte[] data) throws IOException {
        var frame = ByteBuffer.allocate(data.length + 14).put((byte) ((last ? 0x80 : 0) | opcode));
        if (data.length < 126) {
            frame.put((byte) (0x80 | data.length));
        } else if (data.length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) data.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(data.length);
        }
        // The mask is all zeros: the payload stands as it is.
        frame.putInt(0).put(data);
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        http.write(bytes);
    }

    /** The next frame that is no heartbeat of Engine.IO, which is answered. */
    Frame next() throws IOException {
        while (true) {
            Frame frame = frame();
            if (frame.opcode() != TEXT || !frame.text().equals("2")) {
                return frame;
            }
            send("3");
        }
    }

    /** The next frame. */
    Frame frame() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0F;
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame(opcode, ByteBuffer.wrap(in.readNBytes((int) length)));
    }

    String text() throws IOException {
        Frame frame = next();
        assertThat(frame.opcode()).isEqualTo(TEXT);
        return frame.text();
    }

    /** Waits for the server's close frame and answers its code; 1006 if the connection just ends. */
    int awaitClose() throws IOException {
        try {
            Frame frame = frame();
            while (frame.opcode() != CLOSE) {
                frame = frame();
            }
            return frame.closeCode();
        } catch (EOFException | SocketException e) {
            return 1006;
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
