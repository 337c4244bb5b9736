package dev.docket.socketio;

import dev.docket.socketio.codec.Inbound;
import dev.docket.socketio.codec.PacketDecoder;
import dev.docket.socketio.codec.PacketEncoder;
import dev.docket.socketio.codec.ProtocolException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Socket.IO client at the other end of a session, with its namespaces (Socket.IO protocol v5). Confined to the
 * session's loop.
 */
final class Connection extends Wheel.Timer implements SessionListener {
    /** What a namespace that the client asked for is at: an attempt, a socket, or nothing any more. */
    private static final class Slot {
        private @Nullable ConnectAttempt attempt;
        private @Nullable ConnectedSocket socket;
        private Inbound.@Nullable Connect next;
    }

    private final Server server;
    private final Session session;
    private final PacketDecoder decoder;
    private final Map<String, Slot> slots = new HashMap<>(2);

    Connection(Server server, Session session) {
        this.server = server;
        this.session = session;
        this.decoder = new PacketDecoder(server.limits());
        session.loop().wheel().schedule(this, server.options().connectTimeout().toMillis());
    }

    Session session() {
        return session;
    }

    /** The client has not connected to any namespace in time. */
    @Override
    void expire() {
        session.close(DisconnectReason.CONNECT_TIMEOUT);
    }

    @Override
    public void onText(String packet) throws ProtocolException {
        Inbound inbound = decoder.text(packet, 1);
        if (inbound != null) {
            receive(inbound);
        }
    }

    @Override
    public void onBinary(byte[] data) throws ProtocolException {
        Inbound inbound = decoder.attachment(data);
        if (inbound != null) {
            receive(inbound);
        }
    }

    private void receive(Inbound packet) throws ProtocolException {
        switch (packet) {
            case Inbound.Connect connect -> connect(connect);
            case Inbound.Disconnect disconnect -> disconnect(slot(disconnect));
            case Inbound.Event event -> {
                ConnectedSocket socket = slot(event).socket;
                if (socket != null) {
                    socket.receive(event);
                }
            }
            case Inbound.Answer answer -> {
                ConnectedSocket socket = slot(answer).socket;
                if (socket != null) {
                    socket.answered(answer.id(), answer.values());
                }
            }
        }
    }

    /** A namespace that the client was never connected to is an error; one that the server just ended is not. */
    private Slot slot(Inbound packet) throws ProtocolException {
        Slot slot = slots.get(packet.namespace());
        if (slot == null) {
            throw new ProtocolException("not connected to the namespace");
        }
        return slot;
    }

    private void connect(Inbound.Connect packet) throws ProtocolException {
        String name = packet.namespace();
        Slot slot = slots.get(name);
        if (slot == null && slots.size() >= server.options().namespacesPerSession()) {
            throw new ProtocolException("too many namespaces");
        }
        if (slot != null) {
            ConnectAttempt earlier = slot.attempt;
            disconnect(slot);
            if (earlier != null && earlier.isAsking()) {
                // A client that gave up and tries again: the host works on one attempt at a time.
                slot.attempt = earlier;
                slot.next = packet;
                return;
            }
        }
        connect(packet, slot == null ? new Slot() : slot);
    }

    private void connect(Inbound.Connect packet, Slot slot) {
        String name = packet.namespace();
        slot.attempt = null;
        ServedNamespace namespace = server.namespaces().acquire(name);
        if (namespace == null) {
            server.options().metrics().refused("Invalid namespace");
            session.send(PacketEncoder.refused(name, "Invalid namespace", null));
            return;
        }
        var attempt = new ConnectAttempt(this, namespace, packet.auth());
        slots.put(name, slot);
        slot.attempt = attempt;
        attempt.start();
    }

    /** The host has answered an attempt that the client had given up. */
    void returned(ConnectAttempt attempt) {
        Slot slot = slots.get(attempt.namespace().name());
        if (slot == null || slot.attempt != attempt || !session.isOpen()) {
            return;
        }
        slot.attempt = null;
        Inbound.Connect next = slot.next;
        slot.next = null;
        if (next != null) {
            connect(next, slot);
        }
    }

    private static void disconnect(Slot slot) {
        slot.next = null;
        if (slot.attempt != null) {
            slot.attempt.abandon();
        }
        if (slot.socket != null) {
            slot.socket.end(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
        }
    }

    /** The attempt ended with a socket. */
    void connected(ConnectedSocket socket) {
        cancel();
        Slot slot = slots.computeIfAbsent(socket.namespace().name(), added -> new Slot());
        slot.attempt = null;
        slot.socket = socket;
    }

    /** The attempt was refused. */
    void refused(ServedNamespace namespace) {
        Slot slot = slots.get(namespace.name());
        if (slot != null) {
            slot.attempt = null;
        }
    }

    void ended(ConnectedSocket socket) {
        Slot slot = slots.get(socket.namespace().name());
        if (slot != null && slot.socket == socket) {
            slot.socket = null;
        }
    }

    @Override
    public void onSlow() {
        forEachSocket(ConnectedSocket::slow);
    }

    @Override
    public void onClose(DisconnectReason reason) {
        cancel();
        for (Slot slot : slots.values()) {
            if (slot.attempt != null) {
                slot.attempt.abandon();
                slot.attempt = null;
            }
        }
        forEachSocket(socket -> socket.end(reason));
    }

    private void forEachSocket(Consumer<ConnectedSocket> action) {
        for (Slot slot : List.copyOf(slots.values())) {
            if (slot.socket != null) {
                action.accept(slot.socket);
            }
        }
    }
}
