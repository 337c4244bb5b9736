/** A Socket.IO v5 (Engine.IO v4) server on Netty that stands on its own or inside a host's HTTP pipeline. */
module dev.docket.socketio {
    requires transitive io.netty.transport;
    requires transitive org.jspecify;

    exports dev.docket.socketio;
}
