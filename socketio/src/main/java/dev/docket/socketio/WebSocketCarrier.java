package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket. Finished frames are written past Netty's codec. Netty counts what waits: its high-water mark is our
 * outbound limit, so the count costs nothing here, and is right for a channel of another loop too.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class WebSocketCarrier implements Carrier {
    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8A;
    private static final long CLOSE_TIMEOUT_MILLIS = 5_000;

    private final Session session;
    private final ChannelHandlerContext context;
    private final int limit;
    private @Nullable DirectOutput output;
    private @Nullable Sequence queued;
    private long unsent;
    private final AtomicBoolean closing = new AtomicBoolean();

    WebSocketCarrier(Session session, ChannelHandlerContext context) {
        this.session = session;
        this.context = context;
        this.limit = session.options().outboundLimit();
        context.channel().config().setWriteBufferWaterMark(new WriteBufferWaterMark(Math.min(limit, 64 << 10), limit));
    }

    /** The pipeline is as it will stay. On the connection's loop. */
    void begin() {
        if (session.loop().isCurrent()) {
            output = DirectOutput.from(context);
        }
    }

    @Override
    public Transport transport() {
        return Transport.WEBSOCKET;
    }

    @Override
    public long pending() {
        if (unsent > 0) {
            unsent = unsent();
        }
        return unsent + (queued == null ? 0 : queued.size());
    }

    /** Bytes that the channel has and the system has not taken yet; only a flush of ours can make none become some. */
    private long unsent() {
        Channel channel = context.channel();
        if (!channel.isActive()) {
            return 0;
        }
        return channel.isWritable() ? limit - Math.min(limit, channel.bytesBeforeUnwritable()) : limit;
    }

    @Override
    public void write(Outgoing packet) {
        queued = (queued == null ? session.loop().nothing() : queued).then(packet);
    }

    @Override
    public void flush() {
        Sequence sequence = queued;
        if (sequence != null) {
            queued = null;
            Outgoing one = sequence.single();
            if (one == null) {
                sequence.packets()
                        .forEach(packet -> context.write(frames(packet).retainedDuplicate(), context.voidPromise()));
                context.flush();
                unsent = unsent();
            } else {
                flush(frames(one));
            }
        }
    }

    private void flush(ByteBuf frames) {
        int taken = output == null ? 0 : output.write(frames);
        if (taken < frames.readableBytes()) {
            context.writeAndFlush(frames.retainedDuplicate().skipBytes(taken), context.voidPromise());
            unsent = unsent();
        }
    }

    private ByteBuf frames(Outgoing packet) {
        return packet.frames(session.loop(), context);
    }

    /** Writes a packet of Engine.IO itself while the session still uses another transport. */
    void writeNow(Encoded packet) {
        write(session.loop().outgoing(packet));
        flush();
    }

    @Override
    public void abort(DisconnectReason reason) {
        if (reason == DisconnectReason.SLOW || reason == DisconnectReason.PING_TIMEOUT) {
            // Nobody reads: a close frame would only wait behind the rest.
            queued = null;
            context.close();
        } else if (reason == DisconnectReason.SERVER_CLOSE) {
            endWithoutAWord();
        } else {
            close(status(reason));
        }
    }

    @Override
    public void drain(DisconnectReason reason) {
        endWithoutAWord();
        context.channel().closeFuture().addListener(done -> session.loop().execute(session::drained));
    }

    /**
     * Ends behind everything that waits, without a close frame: after one, the stock Java client does not notice the end
     * before its ping time-out, and clients are to come back at once.
     */
    private void endWithoutAWord() {
        if (closing.compareAndSet(false, true)) {
            end(Unpooled.EMPTY_BUFFER);
        }
    }

    /**
     * Sends a close frame (RFC 6455, section 5.5.1) behind everything that waits, and lets the client end the
     * connection: closing with something unread would reset it, and the client might never see why. Any thread.
     */
    void close(WebSocketCloseStatus status) {
        if (closing.compareAndSet(false, true)) {
            ByteBuf frame = context.alloc()
                    .directBuffer(4)
                    .writeByte(CLOSE)
                    .writeByte(2)
                    .writeShort(status.code());
            end(frame);
        }
    }

    private void end(ByteBuf last) {
        if (session.loop().isCurrent()) {
            flush();
        }
        context.writeAndFlush(last).addListener(done -> endOutput(done.isSuccess()));
        session.loop().executeInbound(() -> session.loop().wheel().schedule(new CloseTimeout(), CLOSE_TIMEOUT_MILLIS));
    }

    private void endOutput(boolean sent) {
        if (sent && context.channel() instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        } else {
            context.close();
        }
    }

    /** Answers a ping of the WebSocket itself (RFC 6455, section 5.5.3). */
    void pong(ByteBuf data) {
        if (!context.channel().isWritable()) {
            context.close();
            return;
        }
        ByteBuf frame = context.alloc().directBuffer(2 + data.readableBytes());
        frame.writeByte(PONG)
                .writeByte(data.readableBytes())
                .writeBytes(data, data.readerIndex(), data.readableBytes());
        context.writeAndFlush(frame, context.voidPromise());
    }

    /** Does not wait for ever for a client that reads too slowly or does not end the connection. */
    private final class CloseTimeout extends Wheel.Timer {
        @Override
        void expire() {
            context.close();
        }
    }

    private static WebSocketCloseStatus status(DisconnectReason reason) {
        return switch (reason) {
            case PARSE_ERROR -> WebSocketCloseStatus.PROTOCOL_ERROR;
            case LIMIT, CONNECT_TIMEOUT -> WebSocketCloseStatus.POLICY_VIOLATION;
            case TRANSPORT_CLOSE,
                    TRANSPORT_ERROR,
                    PING_TIMEOUT,
                    SLOW,
                    CLIENT_NAMESPACE_DISCONNECT,
                    SERVER_NAMESPACE_DISCONNECT,
                    SERVER_CLOSE,
                    SERVER_SHUTTING_DOWN -> WebSocketCloseStatus.NORMAL_CLOSURE;
        };
    }
}
