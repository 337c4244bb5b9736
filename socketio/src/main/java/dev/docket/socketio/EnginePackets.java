package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Frame;
import java.util.List;

/** The packets of Engine.IO itself (Engine.IO protocol v4, "Packet types"). */
final class EnginePackets {
    static final Encoded CLOSE = packet("1");
    static final Encoded PING = packet("2");
    static final Encoded PROBE_ANSWER = packet("3probe");
    static final Encoded NOOP = packet("6");

    private EnginePackets() {}

    /** The first packet of a session. */
    static Encoded open(String sid, boolean upgrade, Options options) {
        return packet("0{\"sid\":\"" + sid + "\",\"upgrades\":[" + (upgrade ? "\"websocket\"" : "")
                + "],\"pingInterval\":" + options.pingInterval().toMillis()
                + ",\"pingTimeout\":" + options.pingTimeout().toMillis()
                + ",\"maxPayload\":" + options.maxPayload() + "}");
    }

    private static Encoded packet(String text) {
        return new Encoded(List.of(Frame.text(text)));
    }
}
