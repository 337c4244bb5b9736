package dev.docket.socketio;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns an HTTP connection into a WebSocket (RFC 6455, section 4.2). Of the pipeline, only what stands before the HTTP
 * codec stays, such as TLS.
 *
 * <p>Extensions are not negotiated. Compressing per message would cost up to 300 KB of memory per connection and most of
 * the gain of encoding once for all receivers, and opens the door to messages that grow when they are inflated.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class WebSocketTakeover {
    /** RFC 6455, section 1.3. */
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final int KEY_BYTES = 16;

    private WebSocketTakeover() {}

    static boolean isPossible(HttpHeaders request) {
        return request.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && request.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && "13".equals(request.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))
                && isKey(request.get(HttpHeaderNames.SEC_WEBSOCKET_KEY));
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Opens a session over the WebSocket, or begins to upgrade the session of the request. */
    static void begin(Engine engine, Exchange exchange) {
        Session session = exchange.session();
        if (session == null) {
            open(engine, exchange);
        } else {
            session.loop().executeInbound(() -> upgrade(session, exchange));
        }
    }

    private static void open(Engine engine, Exchange exchange) {
        Request request = exchange.request();
        Refusal refusal = engine.admit(request);
        if (refusal != null) {
            engine.options().metrics().refused(refusal.message());
            exchange.refuse(refusal);
            return;
        }
        Session session = engine.create(engine.loop(exchange.context().channel().eventLoop()), request);
        session.open(takeOver(session, exchange));
    }

    private static void upgrade(Session session, Exchange exchange) {
        if (!session.mayUpgrade()) {
            // Clients expect a WebSocket that closes rather than an HTTP error.
            exchange.context()
                    .executor()
                    .execute(() -> takeOver(session, exchange).close(WebSocketCloseStatus.POLICY_VIOLATION));
            return;
        }
        Upgrade upgrade = new Upgrade(session);
        session.begin(upgrade);
        exchange.context().executor().execute(() -> {
            WebSocketCarrier carrier = takeOver(session, exchange);
            exchange.context().channel().flush();
            session.loop().executeInbound(() -> upgrade.attach(carrier));
        });
    }

    /** The response waits for the next flush: it leaves together with the first packet, if there is one now. */
    private static WebSocketCarrier takeOver(Session session, Exchange exchange) {
        ChannelHandlerContext context = exchange.context();
        exchange.handler().takenOver();
        context.write(accept(exchange.head().headers()));
        var config = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(session.options().maxPayload())
                .allowExtensions(false)
                // Closing is ours: Netty would write a frame object, for which there is no encoder.
                .closeOnProtocolViolation(false)
                .build();
        var handler = new WebSocketHandler(session);
        ChannelPipeline pipeline = context.pipeline();
        List<ChannelHandler> old = fromCodecOn(pipeline);
        pipeline.addLast(new WebSocket13FrameDecoder(config), handler);
        // Backwards, so that what the codec has read already comes to the frame decoder.
        old.reversed().forEach(pipeline::remove);
        context.channel().config().setAutoRead(true);
        handler.carrier().begin();
        return handler.carrier();
    }

    private static List<ChannelHandler> fromCodecOn(ChannelPipeline pipeline) {
        List<ChannelHandler> found = new ArrayList<>();
        for (Map.Entry<String, ChannelHandler> entry : pipeline) {
            ChannelHandler handler = entry.getValue();
            if (!found.isEmpty()
                    || handler instanceof HttpServerCodec
                    || handler instanceof HttpObjectDecoder
                    || handler instanceof RequestHandler) {
                found.add(handler);
            }
        }
        return found;
    }

    private static DefaultFullHttpResponse accept(HttpHeaders request) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS);
        response.headers()
                .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                .set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, acceptKey(request.get(HttpHeaderNames.SEC_WEBSOCKET_KEY)));
        return response;
    }

    private static String acceptKey(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key.strip() + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
