package dev.docket.socketio;

/** Receives the events of a socket that have no listener of their own. Runs on the socket's event loop. */
@FunctionalInterface
public interface OtherEventListener {
    /** Called once per event, in the order in which the client sent them. */
    void onEvent(String event, Arguments arguments, Ack ack);
}
