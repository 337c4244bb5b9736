package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Frame;
import dev.docket.socketio.codec.Payload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** HTTP long-polling (Engine.IO protocol v4, "HTTP long-polling"): one GET waits, packets are queued between two. */
final class PollingCarrier implements Carrier {
    private final Session session;
    private final ArrayDeque<Encoded> queue = new ArrayDeque<>(2);
    private long queued;
    private long inFlight;
    private @Nullable Exchange poll;
    private @Nullable Encoded farewell;

    PollingCarrier(Session session) {
        this.session = session;
    }

    @Override
    public Transport transport() {
        return Transport.POLLING;
    }

    @Override
    public long pending() {
        return queued + inFlight;
    }

    @Override
    public void write(Outgoing packet) {
        queue.add(packet.packet());
        queued += packet.size();
    }

    @Override
    public void flush() {
        if (poll != null && !queue.isEmpty()) {
            answer();
        }
    }

    /** A GET has come. */
    void poll(Exchange exchange) {
        if (poll != null) {
            exchange.refuse(Refusal.BAD_REQUEST);
            session.close(DisconnectReason.TRANSPORT_ERROR);
            return;
        }
        poll = exchange;
        if (!queue.isEmpty() || farewell != null) {
            answer();
        } else {
            release();
        }
    }

    /** Lets a waiting GET end if an upgrade wants that. */
    void release() {
        Upgrade upgrade = session.upgrade();
        if (poll != null && upgrade != null && upgrade.isProbed()) {
            answer(EnginePackets.NOOP);
        }
    }

    /** The connection of a request is gone. */
    void lost(Exchange exchange) {
        if (poll == exchange) {
            poll = null;
            session.close(DisconnectReason.TRANSPORT_CLOSE);
        }
    }

    /** A POST has come; the client may send the next when this one is answered. */
    void post(Exchange exchange, String body) {
        Payload.split(body, session::receive);
        session.posting.set(false);
        if (session.polling() == null) {
            exchange.refuse(Refusal.BAD_REQUEST);
        } else {
            exchange.accepted();
        }
    }

    private void answer() {
        int limit = session.options().maxPayload();
        ByteBuf body = Unpooled.buffer((int) Math.min(queued + queue.size(), limit));
        boolean carries = !queue.isEmpty();
        do {
            Encoded packet = queue.poll();
            if (packet == null) {
                break;
            }
            queued -= packet.size();
            append(body, packet);
        } while (!queue.isEmpty() && body.readableBytes() + pollingSize(queue.element()) <= limit);
        // Never behind packets of the same answer: the stock client closes at once, and keeps what it has not handled
        // until it is connected again. Then it gets it a second time, for it had not said that it has it.
        Encoded last = carries ? null : farewell;
        if (last != null) {
            append(body, last);
        }
        respond(body, carries, last != null);
    }

    private static void append(ByteBuf body, Encoded packet) {
        for (Frame frame : packet.frames()) {
            Payload.append(body, frame);
        }
    }

    private static int pollingSize(Encoded packet) {
        int size = 0;
        for (Frame frame : packet.frames()) {
            size += 1 + frame.pollingSize();
        }
        return size;
    }

    private void answer(Encoded packet) {
        ByteBuf body = Unpooled.buffer(packet.size());
        append(body, packet);
        respond(body, false, false);
    }

    /** Answers the waiting GET; a response that {@code carries} packets must not get lost. */
    private void respond(ByteBuf body, boolean carries, boolean last) {
        Exchange exchange = poll;
        poll = null;
        if (exchange == null) {
            body.release();
            return;
        }
        int size = body.readableBytes();
        inFlight += size;
        exchange.payload(
                body,
                success -> session.loop().execute(() -> {
                    inFlight -= size;
                    if (carries && !success) {
                        session.close(DisconnectReason.TRANSPORT_CLOSE);
                    }
                    if (last) {
                        session.drained();
                    }
                }));
    }

    /** Hands what waits to the WebSocket, and lets go of a GET that should not be there any more. */
    void moveTo(WebSocketCarrier webSocket) {
        if (poll != null) {
            answer(EnginePackets.NOOP);
        }
        for (Encoded packet : queue) {
            webSocket.write(session.loop().outgoing(packet));
        }
        queue.clear();
        queued = 0;
        webSocket.flush();
    }

    @Override
    public void abort(DisconnectReason reason) {
        queue.clear();
        queued = 0;
        if (poll != null) {
            answer(EnginePackets.CLOSE);
        }
    }

    @Override
    public void drain(DisconnectReason reason) {
        if (reason == DisconnectReason.TRANSPORT_CLOSE) {
            // The client's own wish: its poll just ends.
            queue.clear();
            queued = 0;
            farewell = EnginePackets.NOOP;
        } else {
            farewell = EnginePackets.CLOSE;
        }
        if (poll != null) {
            answer();
        }
    }
}
