package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The sockets of one namespace on one event loop, and their rooms. Confined to that loop: no locks. */
final class LoopRooms {
    private final ServedNamespace namespace;
    private final Loop loop;
    private final Metrics metrics;
    private final Set<ConnectedSocket> sockets = newSet();
    private final Map<String, Set<ConnectedSocket>> rooms = new HashMap<>();
    private long selection;

    LoopRooms(ServedNamespace namespace, Loop loop, Metrics metrics) {
        this.namespace = namespace;
        this.loop = loop;
        this.metrics = metrics;
    }

    Loop loop() {
        return loop;
    }

    void add(ConnectedSocket socket) {
        sockets.add(socket);
    }

    void remove(ConnectedSocket socket) {
        sockets.remove(socket);
        for (String room : socket.joined()) {
            leave(socket, room);
        }
    }

    void join(ConnectedSocket socket, String room) {
        rooms.computeIfAbsent(room, opened -> {
                    metrics.roomOpened(namespace.name());
                    return newSet();
                })
                .add(socket);
    }

    void leave(ConnectedSocket socket, String room) {
        Set<ConnectedSocket> members = rooms.get(room);
        if (members != null && members.remove(socket) && members.isEmpty()) {
            rooms.remove(room);
            metrics.roomClosed(namespace.name());
        }
    }

    void send(Selection target, Encoded packet, boolean mayDrop) {
        Outgoing outgoing = loop.outgoing(packet);
        walk(target, socket -> socket.session().send(outgoing, mayDrop));
    }

    /** Calls the action once for each chosen socket; it may move or remove the socket. */
    void forEach(Selection target, Consumer<ConnectedSocket> action) {
        List<ConnectedSocket> chosen = new ArrayList<>();
        walk(target, chosen::add);
        chosen.forEach(action);
    }

    private void walk(Selection target, Consumer<ConnectedSocket> action) {
        // A socket marked with this selection's number had its turn, or is left out.
        long mark = ++selection;
        for (String room : target.except()) {
            once(members(room), mark, socket -> {});
        }
        if (target.rooms().isEmpty()) {
            once(sockets, mark, action);
        } else {
            target.rooms().forEach(room -> once(members(room), mark, action));
        }
    }

    private static void once(Set<ConnectedSocket> members, long mark, Consumer<ConnectedSocket> action) {
        for (ConnectedSocket socket : members) {
            if (socket.mark(mark)) {
                action.accept(socket);
            }
        }
    }

    private Set<ConnectedSocket> members(String room) {
        Set<ConnectedSocket> members = rooms.get(room);
        if (members != null) {
            return members;
        }
        ConnectedSocket socket = namespace.find(room);
        return socket != null && socket.session().loop() == loop ? Set.of(socket) : Set.of();
    }

    private static Set<ConnectedSocket> newSet() {
        return Collections.newSetFromMap(new IdentityHashMap<>(2));
    }
}
