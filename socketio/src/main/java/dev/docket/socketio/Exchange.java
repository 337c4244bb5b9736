package dev.docket.socketio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of our requests and the response that it still gets: exactly one. Responses may be given on any thread. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class Exchange {
    private final RequestHandler handler;
    private final ChannelHandlerContext context;
    private final OriginPolicy origins;
    private final HttpRequest head;
    private final boolean keepAlive;
    private @Nullable Session session;

    Exchange(RequestHandler handler, ChannelHandlerContext context, Engine engine, HttpRequest head) {
        this.handler = handler;
        this.context = context;
        this.origins = engine.origins();
        this.head = head;
        this.keepAlive = HttpUtil.isKeepAlive(head);
    }

    RequestHandler handler() {
        return handler;
    }

    HttpRequest head() {
        return head;
    }

    HttpMethod method() {
        return head.method();
    }

    ChannelHandlerContext context() {
        return context;
    }

    Request request() {
        return Request.of(head, context.channel());
    }

    /** The session that the request is for; set and read on the connection's loop. */
    @Nullable
    Session session() {
        return session;
    }

    void bind(Session bound) {
        session = bound;
    }

    /** Answers a GET with packets; {@code written} is told whether the client's side took them. */
    void payload(ByteBuf body, Consumer<Boolean> written) {
        respond(HttpResponseStatus.OK, "text/plain; charset=UTF-8", body, false, written);
    }

    /** Answers a POST. */
    void accepted() {
        respond(HttpResponseStatus.OK, "text/html", ascii("ok"), false, written -> {});
    }

    /** Says no; the connection is closed if there may be more of the request that nobody wants. */
    void refuse(Refusal refusal) {
        boolean close = refusal == Refusal.TOO_LARGE;
        respond(refusal.status(), "application/json", ascii(refusal.body()), close, written -> {});
    }

    /** Tells a browser what a page of another origin may send. */
    void preflight() {
        respond(HttpResponseStatus.NO_CONTENT, "text/plain", Unpooled.EMPTY_BUFFER, false, written -> {});
    }

    private void respond(
            HttpResponseStatus status, String type, ByteBuf body, boolean close, Consumer<Boolean> written) {
        if (!context.executor().inEventLoop()) {
            context.executor().execute(() -> respond(status, type, body, close, written));
            return;
        }
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, type);
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        if (status.equals(HttpResponseStatus.NO_CONTENT)) {
            addPermissions(headers);
        } else {
            headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        }
        origins.addTo(headers, head.headers().get(HttpHeaderNames.ORIGIN));
        boolean last = close || !keepAlive;
        HttpUtil.setKeepAlive(response, !last);
        var future = context.writeAndFlush(response);
        future.addListener(done -> written.accept(done.isSuccess()));
        if (last) {
            future.addListener(ChannelFutureListener.CLOSE);
        }
        handler.answered(this);
    }

    private void addPermissions(HttpHeaders headers) {
        headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET,POST");
        headers.set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
        String wanted = head.headers().get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
        if (wanted != null) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, wanted);
        }
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII));
    }
}
