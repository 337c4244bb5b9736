package dev.docket.socketio;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Closes a connection that does not send a whole request in time. While a request is being answered it may be idle. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class RequestDeadline extends ChannelDuplexHandler {
    private final Loop loop;
    private final long millis;
    private Wheel.@Nullable Timer timer;

    RequestDeadline(Loop loop, Duration timeout) {
        this.loop = loop;
        this.millis = timeout.toMillis();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        timer = new Wheel.Timer() {
            @Override
            void expire() {
                context.close();
            }
        };
        arm();
    }

    private void arm() {
        if (timer != null) {
            loop.wheel().schedule(timer, millis);
        }
    }

    private void disarm() {
        if (timer != null) {
            timer.cancel();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            arm();
        }
        if (message instanceof LastHttpContent) {
            disarm();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            arm();
        }
        context.write(message, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        disarm();
        timer = null;
    }
}
