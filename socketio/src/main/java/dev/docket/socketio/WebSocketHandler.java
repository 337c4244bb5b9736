package dev.docket.socketio;

import dev.docket.socketio.codec.Payload;
import dev.docket.socketio.codec.ProtocolException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a WebSocket and hands whole messages to the session; to a session on another loop once per read,
 * and then nothing more is read until the session has worked it off.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class WebSocketHandler extends ChannelInboundHandlerAdapter {
    private final Session session;
    private @Nullable WebSocketCarrier carrier;
    private @Nullable ByteBuf fragments;
    private boolean fragmentsAreText;
    private List<Object> handOver = new ArrayList<>(0);

    WebSocketHandler(Session session) {
        this.session = session;
    }

    WebSocketCarrier carrier() {
        if (carrier == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return carrier;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        carrier = new WebSocketCarrier(session, context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof WebSocketFrame frame) {
                read(frame);
            }
        } catch (ProtocolException e) {
            fail(WebSocketCloseStatus.INVALID_PAYLOAD_DATA);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(WebSocketFrame frame) throws ProtocolException {
        switch (frame) {
            case TextWebSocketFrame text -> message(text, true);
            case BinaryWebSocketFrame binary -> message(binary, false);
            case ContinuationWebSocketFrame more -> fragment(more);
            case PingWebSocketFrame ping -> carrier().pong(ping.content());
            case CloseWebSocketFrame close -> carrier().close(WebSocketCloseStatus.NORMAL_CLOSURE);
            default -> {}
        }
    }

    private void message(WebSocketFrame frame, boolean text) throws ProtocolException {
        if (frame.isFinalFragment()) {
            deliver(frame.content(), text);
        } else {
            fragmentsAreText = text;
            fragments = frame.content()
                    .alloc()
                    .buffer(frame.content().readableBytes(), session.options().maxPayload());
            fragments.writeBytes(frame.content());
        }
    }

    private void fragment(ContinuationWebSocketFrame frame) throws ProtocolException {
        ByteBuf buffer = fragments;
        if (buffer == null) {
            return;
        }
        if (frame.content().readableBytes() > buffer.maxWritableBytes()) {
            fail(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            return;
        }
        buffer.writeBytes(frame.content());
        if (frame.isFinalFragment()) {
            fragments = null;
            try {
                deliver(buffer, fragmentsAreText);
            } finally {
                buffer.release();
            }
        }
    }

    private void deliver(ByteBuf content, boolean text) throws ProtocolException {
        byte[] bytes = ByteBufUtil.getBytes(content);
        Object message = text ? Payload.utf8(bytes) : bytes;
        if (session.loop().isCurrent()) {
            session.receive(carrier(), message);
        } else {
            handOver.add(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!handOver.isEmpty()) {
            List<Object> messages = handOver;
            handOver = new ArrayList<>(0);
            context.channel().config().setAutoRead(false);
            session.loop().execute(() -> {
                messages.forEach(message -> session.receive(carrier(), message));
                context.channel().config().setAutoRead(true);
            });
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        channelReadComplete(context);
        session.loop().executeInbound(() -> session.lost(carrier()));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupted) {
            fail(corrupted.closeStatus());
        } else {
            // The connection broke; channelInactive tells the session.
            context.close();
        }
    }

    private void fail(WebSocketCloseStatus status) {
        carrier().close(status);
        session.loop().executeInbound(() -> session.failed(carrier()));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (fragments != null) {
            fragments.release();
            fragments = null;
        }
    }
}
