package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Inbound;
import dev.docket.socketio.codec.PacketDecoder;
import dev.docket.socketio.codec.PacketEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A namespace of this node. */
final class ServedNamespace implements Namespace {
    private final Server server;
    private final String name;
    private final Selection everybody = new Selection(this, Set.of(), Set.of(), false);
    private final List<Middleware> middleware = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> connectListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> slowListeners = new CopyOnWriteArrayList<>();
    private final Map<String, ConnectedSocket> sockets = new ConcurrentHashMap<>();
    private final Map<Loop, LoopRooms> rooms = new ConcurrentHashMap<>();
    private final @Nullable EventLog log;

    ServedNamespace(Server server, String name) {
        this.server = server;
        this.name = name;
        this.log = server.options().recovery().orElse(null) instanceof MemoryRecovery memory ? memory.log(name) : null;
    }

    Server server() {
        return server;
    }

    /** The events that lost clients may still ask for; null if they are not kept here. */
    @Nullable
    EventLog log() {
        return log;
    }

    List<Middleware> middleware() {
        return middleware;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Namespace use(Middleware added) {
        middleware.add(added);
        return this;
    }

    @Override
    public Namespace onConnect(Consumer<Socket> listener) {
        connectListeners.add(listener);
        return this;
    }

    @Override
    public Namespace onSlow(Consumer<Socket> listener) {
        slowListeners.add(listener);
        return this;
    }

    @Override
    public Optional<Socket> socket(String id) {
        return Optional.ofNullable(sockets.get(id));
    }

    @Nullable
    ConnectedSocket find(String id) {
        return sockets.get(id);
    }

    @Override
    public int size() {
        return sockets.size();
    }

    @Override
    public EncodedEvent encode(String event, @Nullable Object... arguments) {
        return new EncodedEvent(name, event, PacketEncoder.event(name, Inbound.NO_ID, allowed(event), arguments));
    }

    /** With the offset as one more argument. */
    EncodedEvent encode(String event, @Nullable Object[] arguments, String offset) {
        @Nullable Object[] extended = Arrays.copyOf(arguments, arguments.length + 1);
        extended[arguments.length] = offset;
        return encode(event, extended);
    }

    @Override
    public EncodedEvent encodeJson(String event, byte[]... arguments) {
        return new EncodedEvent(name, event, PacketEncoder.eventOfJson(name, allowed(event), arguments));
    }

    static String allowed(String event) {
        if (PacketDecoder.isReserved(event)) {
            throw new IllegalArgumentException("event: " + event + " (expected: not a name that clients reserve)");
        }
        return event;
    }

    /** The event's packet, if the event is this namespace's. */
    Encoded own(EncodedEvent event) {
        if (!event.namespace().equals(name)) {
            throw new IllegalArgumentException(
                    "event of namespace: " + event.namespace() + " (expected: " + name + ")");
        }
        return event.packet();
    }

    /** Sends to this node's sockets: one task per event loop. */
    void send(Selection target, Encoded packet, boolean mayDrop) {
        for (LoopRooms part : rooms.values()) {
            part.loop().execute(() -> part.send(target, packet, mayDrop));
        }
    }

    void forEach(Selection target, Consumer<ConnectedSocket> action) {
        for (LoopRooms part : rooms.values()) {
            part.loop().execute(() -> part.forEach(target, action));
        }
    }

    /** The part of the rooms that the loop has. */
    LoopRooms rooms(Loop loop) {
        return rooms.computeIfAbsent(
                loop, added -> new LoopRooms(this, added, server.options().metrics()));
    }

    /** On the socket's loop. A socket of the same id, which this one continues, is closed. */
    void add(ConnectedSocket socket) {
        ConnectedSocket earlier = sockets.put(socket.id(), socket);
        if (earlier != null) {
            earlier.closeConnection();
        }
        rooms(socket.session().loop()).add(socket);
    }

    void connected(ConnectedSocket socket) {
        connectListeners.forEach(listener -> listener.accept(socket));
    }

    void slow(ConnectedSocket socket) {
        slowListeners.forEach(listener -> listener.accept(socket));
    }

    /** On the socket's loop. */
    void remove(ConnectedSocket socket) {
        sockets.remove(socket.id(), socket);
        rooms(socket.session().loop()).remove(socket);
        server.namespaces().release(this);
    }

    @Override
    public Broadcast to(String... added) {
        return everybody.to(added);
    }

    @Override
    public Broadcast except(String... added) {
        return everybody.except(added);
    }

    @Override
    public Broadcast local() {
        return everybody.local();
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        everybody.emit(event, arguments);
    }

    @Override
    public void emit(EncodedEvent event) {
        everybody.emit(event);
    }

    @Override
    public void emitVolatile(String event, @Nullable Object... arguments) {
        everybody.emitVolatile(event, arguments);
    }

    @Override
    public void emitVolatile(EncodedEvent event) {
        everybody.emitVolatile(event);
    }

    @Override
    public void join(String room) {
        everybody.join(room);
    }

    @Override
    public void leave(String room) {
        everybody.leave(room);
    }

    @Override
    public void disconnect() {
        everybody.disconnect();
    }
}
