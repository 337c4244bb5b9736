package dev.docket.socketio;

import dev.docket.socketio.codec.Inbound;
import dev.docket.socketio.codec.PacketEncoder;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The answer that a client's event asks for, or does not. */
final class ClientAck implements Ack {
    private final ConnectedSocket socket;
    private final String namespace;
    private final long id;
    private final AtomicBoolean sent = new AtomicBoolean();

    ClientAck(ConnectedSocket socket, String namespace, long id) {
        this.socket = socket;
        this.namespace = namespace;
        this.id = id;
    }

    @Override
    public boolean expected() {
        return id != Inbound.NO_ID;
    }

    @Override
    public void send(@Nullable Object... arguments) {
        if (expected() && sent.compareAndSet(false, true)) {
            socket.answer(PacketEncoder.answer(namespace, id, arguments));
        }
    }
}
