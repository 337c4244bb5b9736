package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Frame;
import java.util.List;

/** Speaks Engine.IO only: sends each message back. */
record EchoListener(Session session) implements SessionListener {
    @Override
    public void onText(String packet) {
        session.send(new Encoded(List.of(Frame.text(packet))));
    }

    @Override
    public void onBinary(byte[] data) {
        session.send(new Encoded(List.of(Frame.binary(data))));
    }

    @Override
    public void onSlow() {}

    @Override
    public void onClose(DisconnectReason reason) {}
}
