package dev.docket.socketio;

import dev.docket.socketio.codec.ProtocolException;

/** What speaks over an Engine.IO session. Called on the session's loop. */
interface SessionListener {
    /** A text message: {@code packet} from index 1 on. */
    void onText(String packet) throws ProtocolException;

    /** A binary message. */
    void onBinary(byte[] data) throws ProtocolException;

    /** The session will be closed because its client reads too slowly. */
    void onSlow();

    /** The session is over; called once. */
    void onClose(DisconnectReason reason);
}
