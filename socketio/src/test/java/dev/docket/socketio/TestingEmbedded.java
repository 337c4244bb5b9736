package dev.docket.socketio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection without a network: the test's thread is its event loop, so everything that follows from what came in has
 * happened when a call returns. For tests of what is reached in which state.
 */
@SuppressWarnings("FutureReturnValueIgnored") // tests look at what it leads to
final class TestingEmbedded implements AutoCloseable {
    private static final String UPGRADE = """
            connection: Upgrade\r
            upgrade: websocket\r
            sec-websocket-version: 13\r
            sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r
            """;
    private static final int CLOSE = 8;

    private final EmbeddedChannel channel;

    TestingEmbedded(SocketIoServer server) {
        channel = new EmbeddedChannel(new HttpServerCodec(), server.newHandler());
    }

    /** A WebSocket, of a session of its own if the sid is empty. */
    static TestingEmbedded webSocket(SocketIoServer server, String sid) {
        var client = new TestingEmbedded(server);
        String session = sid.isEmpty() ? "" : "&sid=" + sid;
        client.write("GET /socket.io/?" + TestingServer.WEBSOCKET + session + " HTTP/1.1\r\n" + UPGRADE + "\r\n");
        return client;
    }

    void get(String path) {
        write("GET " + path + " HTTP/1.1\r\n\r\n");
    }

    void post(String path, String body) {
        write("POST " + path + " HTTP/1.1\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
    }

    void write(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    void sendText(String packet) {
        frame(0x81, packet.getBytes(StandardCharsets.UTF_8));
    }

    void sendBinary(byte[] data) {
        frame(0x82, data);
    }

    private void frame(int first, byte[] data) {
        // The mask is all zeros: the payload stands as it is.
        ByteBuf frame = Unpooled.buffer(data.length + 14).writeByte(first);
        if (data.length < 126) {
            frame.writeByte(0x80 | data.length);
        } else {
            frame.writeByte(0x80 | 126).writeShort(data.length);
        }
        channel.writeInbound(frame.writeInt(0).writeBytes(data));
    }

    /** Runs what is queued for the connection's loop. */
    void run() {
        channel.runPendingTasks();
    }

    /** The network is gone. */
    void vanish() {
        channel.close();
        run();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Everything that came since the last time, as it is on the wire. */
    String wire() {
        ByteBuf all = read();
        try {
            return all.toString(StandardCharsets.ISO_8859_1);
        } finally {
            all.release();
        }
    }

    /** The frames that came since the last time: their text, or the code of a close frame. */
    List<String> frames() {
        ByteBuf all = read();
        try {
            List<String> frames = new ArrayList<>();
            while (all.isReadable()) {
                int opcode = all.readUnsignedByte() & 0x0F;
                int length = all.readUnsignedByte();
                ByteBuf payload = all.readSlice(length == 126 ? all.readUnsignedShort() : length);
                frames.add(
                        opcode == CLOSE
                                ? Integer.toString(payload.readUnsignedShort())
                                : payload.toString(StandardCharsets.UTF_8));
            }
            return frames;
        } finally {
            all.release();
        }
    }

    private ByteBuf read() {
        run();
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        return all;
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
    }
}
