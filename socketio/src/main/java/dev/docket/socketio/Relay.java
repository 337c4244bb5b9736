package dev.docket.socketio;

import java.util.function.Consumer;

/** Takes broadcasts to the other nodes of a cluster. */
public interface Relay {
    /**
     * Called once, when the server is created.
     *
     * @param deliver hands a broadcast of another node to this node's sockets; any thread may call it
     */
    void start(Consumer<RoomEvent> deliver);

    /** Called for each broadcast that is not {@link Broadcast#local()}, on the caller's thread; must not block. */
    void publish(RoomEvent event);

    /** For one node: nothing goes anywhere. */
    static Relay none() {
        return new Relay() {
            @Override
            public void start(Consumer<RoomEvent> deliver) {}

            @Override
            public void publish(RoomEvent event) {}
        };
    }
}
