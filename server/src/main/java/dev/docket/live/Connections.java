package dev.docket.live;

import dev.docket.identity.Identity;
import dev.docket.journal.Position;
import dev.docket.journal.Reader.Sight;
import dev.docket.socketio.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to a socket from its connection to {@code live:ready}, and at its end. */
final class Connections {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    private final LiveContext live;
    private final ProgramChannels channels;
    private final People people;
    private final Identity identity;

    Connections(LiveContext live, ProgramChannels channels, People people, Identity identity) {
        this.live = live;
        this.channels = channels;
        this.people = people;
        this.identity = identity;
    }

    /** Called on an event loop. */
    void connected(Socket socket) {
        LiveSession session = session(socket);
        live.sessions().add(session);
        SessionPresence presence = new SessionPresence(live, session);
        live.presences().add(session, presence);
        socket.onDisconnect(_ -> {
            live.sessions().remove(session);
            session.end();
            presence.end();
        });
        socket.on("auth:refresh", new TokenRefresh(session, identity, live.reads(), live.threads()));
        new PresenceMessages(presence, new MessageBudget(live.clock())).listen(socket);
        Admission admission = socket.attributes().require(Admission.ATTRIBUTE);
        if (people.changedSince(admission.actor().id(), admission.seen())) {
            session.reconnect();
            return;
        }
        live.threads().execute(() -> {
            try {
                catchUp(session);
            } catch (RuntimeException e) {
                log.warn("a client could not be brought up to date: {}", e.toString());
                session.reconnect();
            }
        });
    }

    private LiveSession session(Socket socket) {
        Admission admission = socket.attributes().require(Admission.ATTRIBUTE);
        Recovery.Resumption resumption = socket.attributes().get(Recovery.Resumption.ATTRIBUTE);
        if (socket.recovered() && resumption != null) {
            return new LiveSession(
                    socket, live.encoder(), admission.actor(), resumption.start(), resumption.received());
        }
        return new LiveSession(
                socket, live.encoder(), admission.actor(), admission.positions().orElse(Map.of()), null);
    }

    private void catchUp(LiveSession session) {
        long noted = live.rightsClock().now();
        Map<UUID, Sight> sights = live.reads().read(() -> live.rights().of(session.actor()));
        session.startOnlyIn(sights.keySet());
        Map<UUID, CompletableFuture<Optional<Position>>> programs = new HashMap<>();
        sights.forEach((program, sight) -> programs.put(
                program, new CatchUp(live, channels.of(program), session).begin(new Claim(noted, Optional.of(sight)))));
        Map<UUID, Position> positions = new HashMap<>();
        programs.forEach((program, position) -> position.join().ifPresent(at -> positions.put(program, at)));
        if (session.recovering()) {
            session.recovered();
            session.channels().forEach(channel -> channel.intoRooms(session).join());
        }
        session.ready(positions);
    }
}
