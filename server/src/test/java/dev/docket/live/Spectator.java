package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.journal.JournalFeed;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;

/** Somebody whose socket is open, and who tells what came since the last look. */
final class Spectator implements AutoCloseable {
    private final TestingServer server;
    private final Somebody user;
    private final RawSocket socket;
    private int looked;

    private Spectator(TestingServer server, Somebody user, RawSocket socket) {
        this.server = server;
        this.user = user;
        this.socket = socket;
    }

    static Spectator open(TestingServer server, Somebody user) {
        RawSocket socket = RawSocket.open(server.address(), RawSocket.token(user.token()));
        return new Spectator(server, user, socket.ready());
    }

    Somebody user() {
        return user;
    }

    RawSocket socket() {
        return socket;
    }

    /** All entries that have been committed before the call and were not told yet. */
    List<Received> news() {
        server.bean(JournalFeed.class).settle().join();
        if (!socket.closed()) {
            // What was emitted before the answer has arrived before it.
            JsonNode answer = socket.ask("auth:refresh", Map.of("token", user.token()));
            if (!answer.path("ok").asBoolean()) {
                throw new AssertionError(user.name() + ": " + answer);
            }
        }
        List<Received> all = socket.received();
        List<Received> news = all.subList(looked, all.size()).stream()
                .filter(Received::isEntry)
                .toList();
        looked = all.size();
        return news;
    }

    @Override
    public void close() {
        socket.close();
    }
}
