package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Payload;
import dev.docket.socketio.codec.ProtocolException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An Engine.IO session (Engine.IO protocol v4). It belongs to the loop of the connection that opened it and stays there:
 * requests of a polling session, and the WebSocket that it is upgraded to, may come over connections of other loops,
 * which hand over what they read. Confined to its loop, except where said.
 */
final class Session extends Wheel.Timer {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    private enum State {
        OPEN,
        /** The listener knows that it is over, the client may still read what waits. */
        DRAINING,
        CLOSED
    }

    /** Set while a POST is being read, by the loop of its connection: two at a time would have no order. */
    final AtomicBoolean posting = new AtomicBoolean();

    private final Engine engine;
    private final Loop loop;
    private final String id;
    private final Request request;
    private final SessionListener listener;
    private volatile Carrier carrier;
    private @Nullable Upgrade upgrade;
    private State state = State.OPEN;
    private boolean pongAwaited;
    private boolean slow;
    private boolean unflushed;
    private int unflushedPackets;
    private long unflushedBytes;

    Session(Engine engine, Loop loop, String id, Request request) {
        this.engine = engine;
        this.loop = loop;
        this.id = id;
        this.request = request;
        this.carrier = new PollingCarrier(this);
        this.listener = engine.listener(this);
    }

    /** The session's id: a secret between the server and this client. Any thread. */
    String id() {
        return id;
    }

    /** Any thread. */
    Loop loop() {
        return loop;
    }

    /** Any thread. */
    Options options() {
        return engine.options();
    }

    Engine engine() {
        return engine;
    }

    /** The request that opened it. Any thread. */
    Request request() {
        return request;
    }

    InetSocketAddress remoteAddress() {
        return request.remoteAddress();
    }

    /** Any thread: the answer may be old. */
    Transport transport() {
        return carrier.transport();
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    @Nullable
    PollingCarrier polling() {
        return state != State.CLOSED && carrier instanceof PollingCarrier polling ? polling : null;
    }

    /** Opens it with the WebSocket that it begins with, or with polling if null. */
    void open(@Nullable WebSocketCarrier webSocket) {
        if (webSocket != null) {
            carrier = webSocket;
        }
        loop.wheel().schedule(this, options().pingInterval().toMillis());
        options().metrics().sessionOpened(transport());
        send(EnginePackets.open(id, webSocket == null && options().upgrades(), options()));
    }

    void send(Encoded packet) {
        send(packet, false);
    }

    void send(Encoded packet, boolean mayDrop) {
        send(loop.outgoing(packet), mayDrop);
    }

    /** Sends a packet that others of the loop get too. */
    void send(Outgoing packet, boolean mayDrop) {
        if (state != State.OPEN || slow) {
            return;
        }
        long pending = carrier.pending() + packet.size();
        int limit = options().outboundLimit();
        if (mayDrop && pending > limit / 4) {
            options().metrics().dropped();
        } else if (pending > limit) {
            // Later, because the caller may be walking over a room that this session is about to leave.
            slow = true;
            loop.execute(this::closeSlow);
        } else {
            loop.queued(pending);
            carrier.write(packet);
            unflushedPackets++;
            unflushedBytes += packet.size();
            if (!unflushed) {
                unflushed = true;
                loop.flushLater(this);
            }
        }
    }

    /** The bytes that wait for the connection. */
    long pending() {
        return carrier.pending();
    }

    private void closeSlow() {
        if (state == State.OPEN) {
            listener.onSlow();
            close(DisconnectReason.SLOW);
        }
    }

    void flush() {
        if (unflushed) {
            unflushed = false;
            options().metrics().sent(unflushedPackets, unflushedBytes);
            unflushedPackets = 0;
            unflushedBytes = 0;
            carrier.flush();
        }
    }

    /** A text packet came in over the transport in use. */
    void receive(String packet) {
        if (state != State.OPEN) {
            return;
        }
        options().metrics().received(packet.length());
        try {
            switch (packet.isEmpty() ? 0 : packet.charAt(0)) {
                case '4' -> listener.onText(packet);
                case '3' -> pong();
                // Its last poll may still be on the way, over another connection.
                case '1' -> close(DisconnectReason.TRANSPORT_CLOSE, transport() == Transport.POLLING);
                case 'b' -> receiveBase64(packet);
                default -> throw new ProtocolException("unexpected Engine.IO packet");
            }
        } catch (ProtocolException e) {
            fail(e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener failed", e);
        }
    }

    private void receiveBase64(String packet) throws ProtocolException {
        if (transport() != Transport.POLLING) {
            throw new ProtocolException("base64 over WebSocket");
        }
        listener.onBinary(Payload.binary(packet));
    }

    /** A binary message came in over the WebSocket. */
    void receive(byte[] data) {
        if (state != State.OPEN) {
            return;
        }
        options().metrics().received(data.length);
        try {
            listener.onBinary(data);
        } catch (ProtocolException e) {
            fail(e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener failed", e);
        }
    }

    /** A message came in over a WebSocket: this session's transport, or the one that it is upgraded to. */
    void receive(WebSocketCarrier from, Object message) {
        if (carrier == from) {
            if (message instanceof String packet) {
                receive(packet);
            } else {
                receive((byte[]) message);
            }
        } else if (upgrade != null && upgrade.isTo(from)) {
            upgrade.receive(from, message instanceof String packet ? packet : "");
        }
    }

    /** The connection of a WebSocket is gone. */
    void lost(WebSocketCarrier from) {
        if (carrier == from) {
            close(DisconnectReason.TRANSPORT_CLOSE);
            drained();
        } else if (upgrade != null && upgrade.isTo(from)) {
            upgrade.expire();
        }
    }

    /** A WebSocket carried something that is no WebSocket message. */
    void failed(WebSocketCarrier from) {
        if (carrier == from) {
            close(DisconnectReason.PARSE_ERROR);
        }
    }

    /** The connection of a request that was not answered is gone. */
    void lost(Exchange exchange) {
        PollingCarrier polling = polling();
        if (polling != null) {
            polling.lost(exchange);
        }
    }

    private void fail(ProtocolException e) {
        LOG.log(System.Logger.Level.DEBUG, "session closed: {0}", e.getMessage());
        close(DisconnectReason.PARSE_ERROR);
    }

    private void pong() {
        if (pongAwaited) {
            pongAwaited = false;
            loop.wheel().schedule(this, options().pingInterval().toMillis());
        }
    }

    /** The heartbeat's time has come, or the end of draining. */
    @Override
    void expire() {
        switch (state) {
            case OPEN -> {
                if (pongAwaited) {
                    close(DisconnectReason.PING_TIMEOUT);
                } else {
                    pongAwaited = true;
                    loop.wheel().schedule(this, options().pingTimeout().toMillis());
                    send(EnginePackets.PING);
                }
            }
            case DRAINING -> {
                carrier.abort(DisconnectReason.TRANSPORT_CLOSE);
                drained();
            }
            case CLOSED -> {}
        }
    }

    /** Whether a WebSocket may begin to take this session over. */
    boolean mayUpgrade() {
        return state == State.OPEN
                && carrier instanceof PollingCarrier
                && upgrade == null
                && options().upgrades();
    }

    /** The upgrade in progress, if there is one. */
    @Nullable
    Upgrade upgrade() {
        return upgrade;
    }

    void begin(Upgrade begun) {
        upgrade = begun;
    }

    void endUpgrade() {
        upgrade = null;
    }

    /** The WebSocket takes over: everything that waits goes out over it, in order, and everything later. */
    void upgraded(WebSocketCarrier webSocket) {
        if (carrier instanceof PollingCarrier polling) {
            carrier = webSocket;
            upgrade = null;
            polling.moveTo(webSocket);
            options().metrics().sessionUpgraded();
        }
    }

    /** Ends the session: by and by if it is this server's wish, else at once. */
    void close(DisconnectReason reason) {
        boolean wished = reason == DisconnectReason.SERVER_CLOSE || reason == DisconnectReason.SERVER_SHUTTING_DOWN;
        close(reason, wished);
    }

    private void close(DisconnectReason reason, boolean drain) {
        if (state != State.OPEN) {
            return;
        }
        state = drain ? State.DRAINING : State.CLOSED;
        if (upgrade != null) {
            upgrade.abort();
            upgrade = null;
        }
        cancel();
        options().metrics().sessionClosed(transport(), reason);
        if (drain) {
            loop.wheel().schedule(this, options().pingTimeout().toMillis());
            carrier.drain(reason);
        } else {
            engine.closed(this);
            carrier.abort(reason);
        }
        listener.onClose(reason);
    }

    /** The client has everything that it will get. */
    void drained() {
        if (state == State.DRAINING) {
            state = State.CLOSED;
            cancel();
            engine.closed(this);
        }
    }

    /** Ends draining now. */
    void stopDraining() {
        if (state == State.DRAINING) {
            expire();
        }
    }
}
