package dev.docket.socketio;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client connected to a namespace. Thread-safe.
 *
 * <p><b>Order.</b> Calls that the host makes one after the other (in happens-before order, from any threads) take
 * effect on the socket in that order: joining, leaving, emitting, broadcasts that reach it, disconnecting; over every
 * transport and during an upgrade. Calls never block, and do nothing when the socket is gone.
 */
public interface Socket {
    /** The socket's public id: 160 random bits, differs from the session's id. The same again if recovered. */
    String id();

    /** The namespace that it is connected to. */
    Namespace namespace();

    /** Whether this is the continuation of an earlier connection (connection state recovery). */
    boolean recovered();

    /** Whether the socket is connected at this moment. */
    boolean connected();

    /** The address of the connection that opened the session. */
    InetSocketAddress remoteAddress();

    /** The transport at this moment. */
    Transport transport();

    /** What the host attached. */
    Attributes attributes();

    /** The rooms that it is in at this moment, without the room of its own id. A snapshot. */
    Set<String> rooms();

    /** Calls the listener for each event of that name, in place of an earlier listener. Best called in onConnect. */
    void on(String event, EventListener listener);

    /** Calls the listener for each event that has no listener of its own, with its name. */
    void onOther(OtherEventListener listener);

    /** Adds a listener for the end of the socket. Called once, on its event loop; at once if it is over already. */
    void onDisconnect(Consumer<DisconnectReason> listener);

    /**
     * Sends an event.
     *
     * @param arguments null, text, number, boolean, {@code byte[]} (sent as attachment), {@code JsonNode}, or anything
     *     that Jackson maps to JSON (records, lists, maps); {@code byte[]} may stand anywhere inside
     * @throws IllegalArgumentException if an argument cannot be mapped or the event's name is reserved
     */
    void emit(String event, @Nullable Object... arguments);

    /**
     * Sends an event that is already encoded.
     *
     * @throws IllegalArgumentException if it was encoded for another namespace
     */
    void emit(EncodedEvent event);

    /**
     * Sends an event that is dropped if more than a quarter of {@link Options#outboundLimit()} is waiting for this
     * connection already: for states of which the next one replaces the last, such as cursors.
     */
    void emitVolatile(String event, @Nullable Object... arguments);

    /** Sends an encoded event that may be dropped, see {@link #emitVolatile(String, Object...)}. */
    void emitVolatile(EncodedEvent event);

    /**
     * Sends an event and waits for the client's answer.
     *
     * @return completes with the client's arguments on the event loop; fails with
     *     {@link java.util.concurrent.TimeoutException} after the time-out, with {@link IllegalStateException} if the
     *     socket is gone or {@link Options#pendingAcks()} answers are awaited already
     */
    CompletionStage<Arguments> emitWithAck(Duration timeout, String event, @Nullable Object... arguments);

    /**
     * Asks how much waits for the connection: for hosts that send much at once and pace it.
     *
     * @return completes on the event loop when all that was emitted before has been taken, with the bytes that wait then,
     *     as {@link Options#outboundLimit()} counts them; 0 if the socket is gone
     */
    CompletionStage<Long> backlog();

    /** Joins a room. Ignored beyond {@link Options#roomsPerSocket()}, with a warning in the log. */
    void join(String room);

    /** Leaves a room. */
    void leave(String room);

    /** The sockets in these rooms other than this one. */
    Broadcast to(String... rooms);

    /** All sockets of the namespace other than this one. */
    Broadcast broadcast();

    /**
     * Disconnects the client from the namespace after everything emitted before. A stock client reports
     * {@code io server disconnect} and does not come back by itself.
     */
    void disconnect();

    /**
     * Closes the whole connection, with all its namespaces, after everything emitted before. A stock client reports
     * {@code transport close} and comes back by itself.
     */
    void closeConnection();
}
