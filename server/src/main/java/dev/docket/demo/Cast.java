package dev.docket.demo;

import dev.docket.common.Ids;
import dev.docket.demo.CompanyScript.PersonScript;
import dev.docket.identity.Actor;
import dev.docket.identity.Role;
import dev.docket.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who takes part in one program of the demo. The first manager founds it. */
record Cast(List<Player> managers, List<Player> team, List<Player> clients) {
    /** Somebody with their lines. */
    record Player(Actor actor, PersonScript script) {
        static Player of(User user, PersonScript script) {
            // No session: the domain's verbs take anybody whose rights suffice, as they would a verified token.
            return new Player(new Actor(user.id(), user.name(), user.role(), Ids.next(), Instant.MAX), script);
        }

        boolean isClient() {
            return script.role() == Role.CLIENT;
        }
    }

    static Cast of(CompanyScript.ProgramScript program, Map<String, Player> everybody) {
        return new Cast(
                program.managers().stream().map(everybody::get).toList(),
                program.team().stream().map(everybody::get).toList(),
                program.clients().stream().map(everybody::get).toList());
    }
}
