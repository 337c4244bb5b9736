/** A Socket.IO v5 (Engine.IO v4) server on Netty that stands on its own or inside a host's HTTP pipeline. */
module dev.docket.socketio {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive io.netty.transport;
    requires transitive org.jspecify;
    requires io.netty.buffer;
    requires io.netty.codec.http;
    requires io.netty.codec;
    requires io.netty.common;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.unix.common;
    requires static io.netty.transport.classes.io_uring;

    exports dev.docket.socketio;
}
