package dev.docket.socketio;

import dev.docket.socketio.codec.Payload;
import dev.docket.socketio.codec.ProtocolException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of our requests while it is read: checked by its head, then led to where it belongs (Engine.IO protocol v4,
 * "Handshake" and "HTTP long-polling"). Confined to the loop of its connection.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class IncomingRequest {
    private enum Kind {
        /** Answered by its head; the rest is thrown away. */
        DONE,
        HANDSHAKE,
        POLL,
        POST,
        WEBSOCKET
    }

    private final Engine engine;
    private final Exchange exchange;
    private Kind kind = Kind.DONE;
    private @Nullable ByteBuf body;

    IncomingRequest(Engine engine, Exchange exchange) {
        this.engine = engine;
        this.exchange = exchange;
    }

    void begin() {
        if (!engine.origins().allows(exchange.head().headers())) {
            refuse(Refusal.FORBIDDEN_ORIGIN);
        } else if (exchange.method().equals(HttpMethod.OPTIONS)
                && exchange.head().headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD)) {
            exchange.preflight();
        } else {
            Refusal refusal = examine();
            if (refusal != null) {
                kind = Kind.DONE;
                refuse(refusal);
            }
        }
    }

    private @Nullable Refusal examine() {
        Map<String, List<String>> query;
        try {
            query = Request.query(exchange.head().uri());
        } catch (IllegalArgumentException e) {
            // An escape that is none.
            return Refusal.BAD_REQUEST;
        }
        if (!"4".equals(Request.parameter(query, "EIO"))) {
            return Refusal.UNSUPPORTED_VERSION;
        }
        String name = Request.parameter(query, "transport");
        Transport transport = engine.options().transports().stream()
                .filter(candidate -> candidate.parameter().equals(name))
                .findAny()
                .orElse(null);
        if (transport == null) {
            return Refusal.UNKNOWN_TRANSPORT;
        }
        String sid = Request.parameter(query, "sid");
        if (sid != null) {
            Session session = engine.find(sid);
            if (session == null) {
                return Refusal.UNKNOWN_SESSION;
            }
            exchange.bind(session);
        }
        return switch (transport) {
            case POLLING -> examinePolling(exchange.session());
            case WEBSOCKET -> examineWebSocket();
        };
    }

    private @Nullable Refusal examinePolling(@Nullable Session session) {
        if (session == null) {
            kind = Kind.HANDSHAKE;
            return exchange.method().equals(HttpMethod.GET) ? null : Refusal.BAD_METHOD;
        }
        if (exchange.method().equals(HttpMethod.GET)) {
            kind = Kind.POLL;
            return null;
        }
        return exchange.method().equals(HttpMethod.POST) ? examinePost(session) : Refusal.BAD_REQUEST;
    }

    private @Nullable Refusal examinePost(Session session) {
        if (HttpUtil.getContentLength(exchange.head(), 0L) > engine.options().maxPayload()) {
            return Refusal.TOO_LARGE;
        }
        if (!session.posting.compareAndSet(false, true)) {
            close(session, DisconnectReason.TRANSPORT_ERROR);
            return Refusal.BAD_REQUEST;
        }
        kind = Kind.POST;
        int limit = engine.options().maxPayload();
        body = exchange.context().alloc().buffer(Math.min(256, limit), limit);
        if (HttpUtil.is100ContinueExpected(exchange.head())) {
            exchange.context()
                    .writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        return null;
    }

    private @Nullable Refusal examineWebSocket() {
        if (!exchange.method().equals(HttpMethod.GET)
                || !WebSocketTakeover.isPossible(exchange.head().headers())) {
            return Refusal.BAD_REQUEST;
        }
        kind = Kind.WEBSOCKET;
        return null;
    }

    void content(HttpContent content) {
        if (content.decoderResult().isFailure()) {
            kind = Kind.DONE;
            discard();
            exchange.context().close();
            return;
        }
        if (body != null) {
            if (content.content().readableBytes() > body.maxWritableBytes()) {
                kind = Kind.DONE;
                discard();
                refuse(Refusal.TOO_LARGE);
                return;
            }
            body.writeBytes(content.content());
        }
        if (content instanceof LastHttpContent) {
            complete();
        }
    }

    private void complete() {
        switch (kind) {
            case DONE -> {}
            case HANDSHAKE -> handshake();
            case POLL -> {
                Session session = session();
                session.loop().executeInbound(() -> poll(session));
            }
            case POST -> post(session());
            case WEBSOCKET -> WebSocketTakeover.begin(engine, exchange);
        }
    }

    private void handshake() {
        Request request = exchange.request();
        Refusal refusal = engine.admit(request);
        if (refusal != null) {
            refuse(refusal);
            return;
        }
        Session session = engine.create(engine.loop(exchange.context().channel().eventLoop()), request);
        exchange.bind(session);
        session.open(null);
        poll(session);
    }

    private void poll(Session session) {
        PollingCarrier polling = session.polling();
        if (polling == null) {
            refuse(Refusal.BAD_REQUEST);
        } else {
            polling.poll(exchange);
        }
    }

    private void post(Session session) {
        ByteBuf bytes = body;
        if (bytes == null) {
            return;
        }
        String text;
        try {
            text = Payload.utf8(ByteBufUtil.getBytes(bytes));
        } catch (ProtocolException e) {
            close(session, DisconnectReason.PARSE_ERROR);
            refuse(Refusal.BAD_REQUEST);
            return;
        } finally {
            discardBody();
        }
        session.loop().executeInbound(() -> {
            PollingCarrier polling = session.polling();
            if (polling == null) {
                refuse(Refusal.BAD_REQUEST);
            } else {
                polling.post(exchange, text);
            }
        });
    }

    private Session session() {
        Session session = exchange.session();
        if (session == null) {
            throw new IllegalStateException("a request of this kind has a session");
        }
        return session;
    }

    private void refuse(Refusal refusal) {
        engine.options().metrics().refused(refusal.message());
        exchange.refuse(refusal);
    }

    private static void close(Session session, DisconnectReason reason) {
        session.loop().executeInbound(() -> session.close(reason));
    }

    /** Lets go of what was read. A POST that does not come whole ends its session: packets are missing. */
    void discard() {
        if (body != null) {
            discardBody();
            close(session(), DisconnectReason.TRANSPORT_ERROR);
        }
    }

    private void discardBody() {
        if (body != null) {
            body.release();
            body = null;
        }
    }
}
