package dev.docket.socketio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Inbound;
import dev.docket.socketio.codec.PacketEncoder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client connected to a namespace over a session. State is confined to the session's loop, except where said. */
final class ConnectedSocket implements Socket {
    private static final System.Logger LOG = System.getLogger(ConnectedSocket.class.getName());
    private static final String[] NONE = {};

    private final ServedNamespace namespace;
    private final Connection connection;
    private final Session session;
    private final String id;
    private final boolean recovered;
    private final Attributes attributes;
    private final PendingAcks acks;
    private final Map<String, EventListener> listeners = new HashMap<>(8);
    private final List<Consumer<DisconnectReason>> disconnectListeners = new ArrayList<>(1);
    private @Nullable OtherEventListener otherListener;
    /** Replaced, never changed: any thread may read it. */
    private volatile String[] joined = NONE;

    private volatile @Nullable DisconnectReason ended;
    private long mark;

    ConnectedSocket(
            ServedNamespace namespace, Connection connection, String id, boolean recovered, Attributes attributes) {
        this.namespace = namespace;
        this.connection = connection;
        this.session = connection.session();
        this.id = id;
        this.recovered = recovered;
        this.attributes = attributes;
        this.acks = new PendingAcks(session);
    }

    Session session() {
        return session;
    }

    private Loop loop() {
        return session().loop();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Namespace namespace() {
        return namespace;
    }

    @Override
    public boolean recovered() {
        return recovered;
    }

    @Override
    public boolean connected() {
        return ended == null;
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return session().remoteAddress();
    }

    @Override
    public Transport transport() {
        return session().transport();
    }

    @Override
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public Set<String> rooms() {
        return Set.of(joined);
    }

    String[] joined() {
        return joined;
    }

    /** Marks it for a selection and answers whether it was not marked yet. */
    boolean mark(long selection) {
        boolean first = mark != selection;
        mark = selection;
        return first;
    }

    @Override
    public void on(String event, EventListener listener) {
        loop().executeInbound(() -> listeners.put(event, listener));
    }

    @Override
    public void onOther(OtherEventListener listener) {
        loop().executeInbound(() -> otherListener = listener);
    }

    @Override
    public void onDisconnect(Consumer<DisconnectReason> listener) {
        loop().executeInbound(() -> {
            DisconnectReason reason = ended;
            if (reason == null) {
                disconnectListeners.add(listener);
            } else {
                listener.accept(reason);
            }
        });
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        EventLog log = namespace.log();
        if (log == null) {
            emit(namespace.encode(event, arguments));
        } else {
            log.append(Set.of(id), Set.of(), offset -> namespace.encode(event, arguments, offset), this::emit);
        }
    }

    @Override
    public void emit(EncodedEvent event) {
        send(namespace.own(event), false);
    }

    @Override
    public void emitVolatile(String event, @Nullable Object... arguments) {
        emitVolatile(namespace.encode(event, arguments));
    }

    @Override
    public void emitVolatile(EncodedEvent event) {
        send(namespace.own(event), true);
    }

    @Override
    public CompletionStage<Arguments> emitWithAck(Duration timeout, String event, @Nullable Object... arguments) {
        PendingAcks.Pending pending = acks.next();
        Encoded packet = PacketEncoder.event(namespace.name(), pending.id(), ServedNamespace.allowed(event), arguments);
        loop().execute(() -> {
            if (acks.await(pending, timeout, connected())) {
                sendNow(packet, false);
            }
        });
        return pending.answer();
    }

    @Override
    public CompletionStage<Long> backlog() {
        CompletableFuture<Long> backlog = new CompletableFuture<>();
        loop().execute(() -> backlog.complete(connected() ? session().pending() : 0L));
        return backlog;
    }

    private void send(Encoded packet, boolean mayDrop) {
        loop().execute(() -> sendNow(packet, mayDrop));
    }

    /** At once, on the loop. */
    void sendNow(Encoded packet, boolean mayDrop) {
        if (connected()) {
            session().send(packet, mayDrop);
        }
    }

    @Override
    public void join(String room) {
        loop().execute(() -> joinNow(room));
    }

    void joinNow(String room) {
        List<String> rooms = Arrays.asList(joined);
        if (!connected() || rooms.contains(room)) {
            return;
        }
        if (rooms.size() >= session().options().roomsPerSocket()) {
            LOG.log(System.Logger.Level.WARNING, "socket {0} is in {1} rooms and joins no more", id, rooms.size());
            return;
        }
        String[] more = Arrays.copyOf(joined, joined.length + 1);
        more[joined.length] = room;
        joined = more;
        namespace.rooms(loop()).join(this, room);
    }

    @Override
    public void leave(String room) {
        loop().execute(() -> leaveNow(room));
    }

    void leaveNow(String room) {
        Set<String> rooms = new LinkedHashSet<>(Arrays.asList(joined));
        if (rooms.remove(room)) {
            joined = rooms.toArray(NONE);
            namespace.rooms(loop()).leave(this, room);
        }
    }

    @Override
    public Broadcast to(String... rooms) {
        return namespace.to(rooms).except(id);
    }

    @Override
    public Broadcast broadcast() {
        return namespace.except(id);
    }

    @Override
    public void disconnect() {
        loop().execute(this::disconnectNow);
    }

    void disconnectNow() {
        if (connected()) {
            sendNow(PacketEncoder.disconnect(namespace.name()), false);
            end(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
        }
    }

    @Override
    public void closeConnection() {
        loop().execute(() -> session().close(DisconnectReason.SERVER_CLOSE));
    }

    /** The client has sent an event. */
    void receive(Inbound.Event event) {
        if (!connected()) {
            return;
        }
        String name = event.values().path(0).asText();
        var arguments = new Arguments(event.values(), 1);
        var ack = new ClientAck(this, namespace.name(), event.id());
        EventListener listener = listeners.get(name);
        if (listener != null) {
            listener.onEvent(arguments, ack);
        } else if (otherListener != null) {
            otherListener.onEvent(name, arguments, ack);
        }
    }

    /** The client has answered. */
    void answered(long answerId, ArrayNode values) {
        acks.complete(answerId, new Arguments(values, 0));
    }

    /** The answer to the client's event. Any thread. */
    void answer(Encoded packet) {
        send(packet, false);
    }

    /** It will be closed because its client reads too slowly. */
    void slow() {
        Loop.guarded(() -> namespace.slow(this));
    }

    /** It is over. */
    void end(DisconnectReason reason) {
        if (!connected()) {
            return;
        }
        Set<String> rooms = rooms();
        ended = reason;
        namespace.remove(this);
        namespace.server().options().metrics().socketDisconnected(namespace.name(), reason);
        if (namespace.log() != null) {
            namespace.log().lost(this, rooms, reason);
        }
        connection.ended(this);
        acks.fail();
        disconnectListeners.forEach(listener -> Loop.guarded(() -> listener.accept(reason)));
    }
}
