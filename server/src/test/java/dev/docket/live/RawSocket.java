package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A light Socket.IO client over WebSocket that can do what a stock client cannot: die without a word, stop reading, show
 * its {@code pid} and offset.
 */
final class RawSocket implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectNode auth;
    // Guarded by this.
    private final List<Received> received = new ArrayList<>();
    private JsonNode connected = MissingNode.getInstance();
    private JsonNode refused = MissingNode.getInstance();
    private JsonNode acknowledged = MissingNode.getInstance();
    private String offset = "";
    private boolean closed;
    private boolean reading = true;
    private @Nullable RawWebSocket webSocket;

    private RawSocket(ObjectNode auth) {
        this.auth = auth;
    }

    /** Connects and sends CONNECT with {@code auth}; does not wait for the answer. */
    static RawSocket open(URI server, ObjectNode auth) {
        RawSocket socket = new RawSocket(auth);
        synchronized (socket) {
            socket.webSocket =
                    RawWebSocket.open(server, "/socket.io/?EIO=4&transport=websocket", socket::onText, socket::end);
        }
        return socket;
    }

    static ObjectNode token(String token) {
        return Json.mapper().createObjectNode().put("token", token);
    }

    /** A copy of what it sent in its handshake. */
    ObjectNode auth() {
        return auth.deepCopy();
    }

    /** The handshake of a stock client that comes back. */
    ObjectNode recovering(String token) {
        synchronized (this) {
            return token(token).put("pid", connected.path("pid").asText()).put("offset", offset);
        }
    }

    private void onText(String packet) {
        on(packet);
        waitWhileNotReading();
    }

    private synchronized void waitWhileNotReading() {
        try {
            while (!reading && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() {
        closed = true;
        notifyAll();
    }

    private synchronized void on(String packet) {
        switch (packet.charAt(0)) {
            case '0' -> send("40" + auth);
            case '2' -> send("3");
            case '4' -> onMessage(packet.charAt(1), packet.substring(2));
            default -> throw new AssertionError(packet);
        }
        notifyAll();
    }

    private void onMessage(char type, String body) {
        switch (type) {
            case '0' -> connected = Json.parse(body);
            case '1' -> closed = true;
            case '2' -> {
                JsonNode event = Json.parse(body);
                JsonNode last = event.path(event.size() - 1);
                if (last.isTextual()) {
                    offset = last.asText();
                }
                received.add(new Received(
                        event.path(0).asText(), event.path(1), event.path(2).asText()));
            }
            case '3' -> acknowledged = Json.parse(body.substring(1));
            case '4' -> refused = Json.parse(body);
            default -> throw new AssertionError(body);
        }
    }

    private synchronized void send(String packet) {
        if (webSocket != null) {
            webSocket.send(packet);
        }
    }

    /** Emits an event and waits for the answer. */
    synchronized JsonNode ask(String event, Object argument) {
        acknowledged = MissingNode.getInstance();
        send("420" + Json.write(List.of(event, argument)));
        await("an answer to " + event, () -> !acknowledged.isMissingNode());
        return acknowledged.path(0);
    }

    synchronized void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; refused: " + refused + ", closed: " + closed
                        + ", received: " + received);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    RawSocket ready() {
        await("live:ready", () -> has("live:ready"));
        return this;
    }

    synchronized boolean has(String event) {
        return received.stream().anyMatch(one -> one.event().equals(event));
    }

    /** The first event of that name. */
    synchronized JsonNode first(String event) {
        await(event, () -> has(event));
        return received.stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .orElseThrow()
                .data();
    }

    /** Entries of one program so far, in the order in which they came. */
    synchronized List<Received> entries(UUID program) {
        return received.stream()
                .filter(one -> one.isEntry() && one.program().equals(program))
                .toList();
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Waits until it is closed, but not longer than that. */
    synchronized void awaitClosed(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toMillis(); !closed && left > 0; ) {
                wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean hasConnected() {
        return !connected.isMissingNode();
    }

    synchronized boolean hasBeenRefused() {
        return !refused.isMissingNode();
    }

    void awaitClosed() {
        await("the end of the connection", () -> closed);
    }

    synchronized JsonNode refusal() {
        await("a refusal", () -> !refused.isMissingNode());
        return refused;
    }

    /** The CONNECT answer: {@code sid}, and {@code pid} if there is one. */
    synchronized JsonNode connected() {
        await("a CONNECT answer", () -> !connected.isMissingNode());
        return connected;
    }

    synchronized void stopReading() {
        reading = false;
    }

    /** As if the machine had lost its power: no close frame, no goodbye. */
    void kill() {
        synchronized (this) {
            closed = true;
            notifyAll();
            if (webSocket != null) {
                webSocket.abort();
            }
        }
    }

    @Override
    public void close() {
        send("41");
        kill();
    }
}
