package dev.docket.socketio;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The short way out of a connection of native epoll: bytes are given to the system at once, past Netty's queue, as long
 * as nothing waits in that. It saves most of what a small message costs beside the system call. Confined to the loop of
 * the connection.
 */
final class DirectOutput {
    private final Socket socket;
    private final ChannelOutboundBuffer queue;

    private DirectOutput(Socket socket, ChannelOutboundBuffer queue) {
        this.socket = socket;
        this.queue = queue;
    }

    /** The short way from the context; null if there is none, or if something such as TLS stands before it. */
    static @Nullable DirectOutput from(ChannelHandlerContext context) {
        if (!(context.channel() instanceof EpollSocketChannel channel) || !(channel.fd() instanceof Socket socket)) {
            return null;
        }
        for (var entry : channel.pipeline()) {
            if (entry.getValue() instanceof ChannelOutboundHandler) {
                return null;
            }
        }
        ChannelOutboundBuffer queue = ((Channel) channel).unsafe().outboundBuffer();
        return queue == null ? null : new DirectOutput(socket, queue);
    }

    /** Gives what the system takes of the buffer to it, and answers how many bytes that were; failures are left to Netty. */
    int write(ByteBuf buffer) {
        // The number of a closed socket may be another's by now.
        if (queue.totalPendingWriteBytes() > 0 || !socket.isOpen() || !buffer.hasMemoryAddress()) {
            return 0;
        }
        try {
            return socket.sendAddress(buffer.memoryAddress(), buffer.readerIndex(), buffer.writerIndex());
        } catch (IOException e) {
            return 0;
        }
    }
}
