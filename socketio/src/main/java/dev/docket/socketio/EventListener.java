package dev.docket.socketio;

/** Receives one kind of event from one socket. Runs on the socket's event loop: it must not block. */
@FunctionalInterface
public interface EventListener {
    /**
     * Called once per event, in the order in which the client sent them.
     *
     * @param arguments what the client sent after the event's name
     * @param ack the answer; does nothing if the client asked for none
     */
    void onEvent(Arguments arguments, Ack ack);
}
