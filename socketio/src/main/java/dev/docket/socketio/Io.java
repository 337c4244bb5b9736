package dev.docket.socketio;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;

/** Netty's parts for one way of input and output. */
record Io(IoHandlerFactory handlers, Class<? extends ServerChannel> serverChannel) {
    static Io of(IoBackend backend) {
        return switch (backend) {
            case AUTO -> of(Epoll.isAvailable() ? IoBackend.EPOLL : IoBackend.NIO);
            case EPOLL -> new Io(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
            case NIO -> new Io(NioIoHandler.newFactory(), NioServerSocketChannel.class);
            case IO_URING -> new Io(IoUringIoHandler.newFactory(), IoUringServerSocketChannel.class);
        };
    }
}
