package dev.docket.socketio;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the requests of one connection into ours and the host's. A client may send requests of both kinds without
 * waiting for responses (HTTP pipelining, RFC 9112, section 9.3.2); responses must come in the same order, so a request
 * is held back while one of the other kind is unanswered.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class RequestHandler extends ChannelDuplexHandler {
    /** Messages held back for one connection: about 1 MB of content. Hardly any client pipelines at all. */
    private static final int MAX_HELD = 128;

    private final Engine engine;
    private final ArrayDeque<Object> held = new ArrayDeque<>(0);
    private @Nullable IncomingRequest reading;
    private @Nullable Exchange unanswered;
    private int hostUnanswered;
    private boolean hostInformational;
    private boolean readSomething;

    RequestHandler(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (held.isEmpty() && !mustWait(message)) {
            process(context, message);
        } else if (held.size() < MAX_HELD) {
            readSomething = true;
            held.add(message);
        } else {
            ReferenceCountUtil.release(message);
            context.close();
        }
    }

    private boolean mustWait(Object message) {
        return message instanceof HttpRequest request
                && (unanswered != null || (hostUnanswered > 0 && isOurs(request)));
    }

    private boolean isOurs(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && request.uri().startsWith(engine.options().path());
    }

    private void process(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            if (isOurs(request)) {
                var exchange = new Exchange(this, context, engine, request);
                unanswered = exchange;
                reading = new IncomingRequest(engine, exchange);
                reading.begin();
            } else {
                hostUnanswered++;
            }
        }
        if (reading == null) {
            context.fireChannelRead(message);
            return;
        }
        readSomething = true;
        try {
            if (message instanceof HttpContent content) {
                IncomingRequest request = reading;
                if (content instanceof LastHttpContent) {
                    reading = null;
                }
                request.content(content);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    /** The connection is a WebSocket from now on. */
    void takenOver() {
        unanswered = null;
    }

    /** Ours is answered, so others may go on. */
    void answered(Exchange exchange) {
        if (unanswered == exchange) {
            unanswered = null;
            releaseHeld(exchange.context());
        }
    }

    private void releaseHeld(ChannelHandlerContext context) {
        while (!held.isEmpty() && !mustWait(held.element())) {
            process(context, held.remove());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        // A host that reads on demand does not know that we took something.
        if (readSomething && !context.channel().config().isAutoRead()) {
            context.read();
        }
        readSomething = false;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            hostInformational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        boolean answered = message instanceof LastHttpContent && !hostInformational;
        context.write(message, promise);
        if (answered && hostUnanswered > 0) {
            hostUnanswered--;
            releaseHeld(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (unanswered != null) {
            Exchange exchange = unanswered;
            unanswered = null;
            lost(exchange);
        }
        context.fireChannelInactive();
    }

    private static void lost(Exchange exchange) {
        Session session = exchange.session();
        if (session != null) {
            session.loop().executeInbound(() -> session.lost(exchange));
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (reading != null) {
            reading.discard();
        }
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
