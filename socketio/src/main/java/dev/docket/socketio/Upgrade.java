package dev.docket.socketio;

import org.jspecify.annotations.Nullable;

/**
 * A session's way from polling to WebSocket (Engine.IO protocol v4, "Upgrade"): the client probes the WebSocket, lets
 * its last poll end and says {@code 5}. Until then the polls carry everything, so nothing can overtake. Confined to the
 * session's loop.
 */
final class Upgrade extends Wheel.Timer {
    private final Session session;
    private @Nullable WebSocketCarrier webSocket;
    private boolean probed;

    Upgrade(Session session) {
        this.session = session;
        session.loop().wheel().schedule(this, session.options().upgradeTimeout().toMillis());
    }

    /** Whether polls must not be kept waiting, because the client wants to end with them. */
    boolean isProbed() {
        return probed;
    }

    void attach(WebSocketCarrier carrier) {
        webSocket = carrier;
        if (session.upgrade() != this) {
            abort();
        }
    }

    boolean isTo(WebSocketCarrier carrier) {
        return webSocket == carrier;
    }

    void receive(WebSocketCarrier carrier, String packet) {
        if (packet.equals("2probe") && !probed) {
            probed = true;
            carrier.writeNow(EnginePackets.PROBE_ANSWER);
            PollingCarrier polling = session.polling();
            if (polling != null) {
                polling.release();
            }
        } else if (packet.equals("5") && probed) {
            cancel();
            session.upgraded(carrier);
        } else {
            // Only the probe is at fault: the session goes on with polling.
            expire();
        }
    }

    /** Too late, or the WebSocket is gone: the session goes on with polling. */
    @Override
    void expire() {
        session.endUpgrade();
        abort();
    }

    /** The session is over. */
    void abort() {
        cancel();
        if (webSocket != null) {
            webSocket.abort(DisconnectReason.TRANSPORT_CLOSE);
        }
    }
}
