package dev.docket.live;

import dev.docket.identity.Actor;
import dev.docket.journal.Position;
import dev.docket.socketio.Attribute;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a handshake found out.
 *
 * @param seen {@link People#seen} before the token was verified
 * @param positions where the client says it was; empty if it says nothing at all
 */
record Admission(Actor actor, long seen, Optional<Map<UUID, Position>> positions) {
    static final Attribute<Admission> ATTRIBUTE = new Attribute<>("admission", Admission.class);
}
