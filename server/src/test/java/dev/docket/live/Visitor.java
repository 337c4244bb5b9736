package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.testing.TestingPeople.Somebody;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A client that comes and goes, and remembers what it got. It comes back either by telling its positions, as our web app
 * does, or by {@code pid} and offset, as a stock client does.
 */
final class Visitor {
    private final URI server;
    private final Somebody user;
    private final boolean stock;
    private final Map<UUID, Long> start = new HashMap<>();
    private final Map<UUID, ObjectNode> positions = new HashMap<>();
    private final Map<UUID, List<Received>> log = new HashMap<>();
    private String pid = "";
    private String offset = "";
    private int notRecovered = -1; // the first time is none
    private int resyncs;
    private RawSocket socket;

    Visitor(URI server, Somebody user, boolean stock) {
        this.server = server;
        this.user = user;
        this.stock = stock;
        this.socket = come();
        socket.ready();
    }

    /** Connects again, from where it was. */
    RawSocket come() {
        ObjectNode auth = RawSocket.token(user.token());
        if (!stock) {
            ObjectNode told = auth.putObject("positions");
            positions.forEach((program, position) -> told.set(program.toString(), position));
        } else if (!pid.isEmpty()) {
            auth.put("pid", pid).put("offset", offset);
        }
        socket = RawSocket.open(server, auth);
        return socket;
    }

    /** Stays for a while, unless it is sent away. */
    void stay(int millis) {
        socket.awaitClosed(Duration.ofMillis(millis));
    }

    /** Leaves, with a goodbye or without, and takes down what it got. */
    void go(boolean politely) {
        if (politely) {
            socket.close();
        } else {
            socket.kill();
        }
        remember();
    }

    /** Comes for the last time and stays until it has everything. */
    void finish() {
        come().ready();
        go(false);
    }

    private void remember() {
        if (stock && socket.hasConnected()) {
            String given = socket.connected().path("pid").asText();
            notRecovered += given.equals(pid) ? 0 : 1;
            pid = given;
        }
        for (Received one : socket.received()) {
            switch (one.event()) {
                case "live:ready" ->
                    one.data().path("positions").properties().forEach(at -> reached(at.getKey(), at.getValue()));
                case "live:position" ->
                    reached(one.data().path("programId").asText(), one.data().path("position"));
                case "live:resync" -> resyncs++;
                case "live:closing" -> {
                    // The reason is of no interest here.
                }
                default -> {
                    log.computeIfAbsent(one.program(), _ -> new ArrayList<>()).add(one);
                    ObjectNode position = positions.get(one.program());
                    if (position != null && position.path("seq").asLong() < one.seq()) {
                        position.put("seq", one.seq());
                    }
                }
            }
            if (!one.offset().isEmpty()) {
                offset = one.offset();
            }
        }
    }

    private void reached(String program, JsonNode position) {
        UUID id = UUID.fromString(program);
        long seq = position.path("seq").asLong();
        start.putIfAbsent(id, seq);
        ObjectNode known = positions.computeIfAbsent(id, _ -> position.deepCopy());
        if (known.path("seq").asLong() < seq) {
            known.put("seq", seq);
        }
    }

    UUID userId() {
        return user.id();
    }

    /** The position after which everything was to come. */
    long start(UUID program) {
        return Objects.requireNonNull(start.get(program), "it was never ready in program " + program);
    }

    List<Received> log(UUID program) {
        return log.getOrDefault(program, List.of());
    }

    /** How often it had to load anew. */
    int interruptions() {
        return resyncs + Math.max(0, notRecovered);
    }
}
