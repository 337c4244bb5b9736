package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A choice of sockets of a namespace by rooms. */
record Selection(ServedNamespace namespace, Set<String> rooms, Set<String> except, boolean isLocal)
        implements Broadcast {
    @Override
    public Broadcast to(String... added) {
        return new Selection(namespace, union(rooms, added), except, isLocal);
    }

    @Override
    public Broadcast except(String... added) {
        return new Selection(namespace, rooms, union(except, added), isLocal);
    }

    @Override
    public Broadcast local() {
        return new Selection(namespace, rooms, except, true);
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        EventLog log = namespace.log();
        if (log == null) {
            emit(namespace.encode(event, arguments));
        } else {
            log.append(rooms, except, offset -> namespace.encode(event, arguments, offset), this::emit);
        }
    }

    @Override
    public void emit(EncodedEvent event) {
        send(event, false);
    }

    @Override
    public void emitVolatile(String event, @Nullable Object... arguments) {
        emitVolatile(namespace.encode(event, arguments));
    }

    @Override
    public void emitVolatile(EncodedEvent event) {
        send(event, true);
    }

    @Override
    public void join(String room) {
        namespace.forEach(this, socket -> socket.joinNow(room));
    }

    @Override
    public void leave(String room) {
        namespace.forEach(this, socket -> socket.leaveNow(room));
    }

    @Override
    public void disconnect() {
        namespace.forEach(this, ConnectedSocket::disconnectNow);
    }

    private void send(EncodedEvent event, boolean mayDrop) {
        Encoded packet = namespace.own(event);
        namespace.send(this, packet, mayDrop);
        if (!isLocal) {
            namespace.server().options().relay().publish(new RoomEvent(rooms, except, mayDrop, event));
        }
    }

    private static Set<String> union(Set<String> names, String... added) {
        Set<String> union = new HashSet<>(names);
        union.addAll(List.of(added));
        return Set.copyOf(union);
    }
}
