package dev.docket.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.identity.Actor;
import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.Change;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is written down about programs and members, and who learns of it. Each is the last statement of its change. */
@Singleton
final class ProgramJournal {
    private final Journal journal;
    private final MembershipStore memberships;

    ProgramJournal(Journal journal, MembershipStore memberships) {
        this.journal = journal;
        this.memberships = memberships;
    }

    void created(Transaction tx, Actor actor, Program program, List<Change> changes) {
        append(
                tx,
                program.id(),
                EventType.PROGRAM_CREATED,
                program.version(),
                null,
                actor,
                Audience.of(Level.STAFF, Set.of(), Set.of()),
                changes,
                Map.of("program", ProgramView.forStaff(program)),
                null);
    }

    /** Clients learn of it if something changes that they see. */
    void updated(Transaction tx, Actor actor, Program before, Program after, List<Change> changes) {
        boolean clientsSeeIt = ProgramView.clientsSeeDifference(before, after);
        Set<UUID> clients = clientsSeeIt ? memberships.clients(tx, after.id()) : Set.of();
        append(
                tx,
                after.id(),
                EventType.PROGRAM_UPDATED,
                after.version(),
                null,
                actor,
                Audience.of(Level.STAFF, Set.of(), clients),
                changes,
                Map.of("program", ProgramView.forStaff(after)),
                clientsSeeIt ? Map.of("program", ProgramView.forClients(after)) : null);
    }

    void memberAdded(Transaction tx, Actor actor, UUID programId, Member member) {
        member(tx, EventType.MEMBER_ADDED, actor, programId, member, null, member.role());
    }

    void memberUpdated(Transaction tx, Actor actor, UUID programId, Member member, ProgramRole before) {
        member(tx, EventType.MEMBER_UPDATED, actor, programId, member, before, member.role());
    }

    void memberRemoved(Transaction tx, Actor actor, UUID programId, Member member) {
        member(tx, EventType.MEMBER_REMOVED, actor, programId, member, member.role(), null);
    }

    /** Staff learn of it, and the one concerned by name, whatever role they have had or get. */
    private void member(
            Transaction tx,
            EventType event,
            Actor actor,
            UUID programId,
            Member member,
            @Nullable ProgramRole before,
            @Nullable ProgramRole after) {
        Set<UUID> concerned = Set.of(member.user().id());
        boolean staff = member.role().isStaff();
        Map<String, ?> data =
                after == null ? Map.of("userId", member.user().id()) : Map.of("member", MemberView.forStaff(member));
        Map<String, ?> clientData = after == null ? data : Map.of("member", MemberView.forClients(member));
        append(
                tx,
                programId,
                event,
                null,
                member.user().id(),
                actor,
                Audience.of(Level.STAFF, staff ? concerned : Set.of(), staff ? Set.of() : concerned),
                List.of(Change.of("role", member.user().name(), before, after)),
                data,
                staff ? null : clientData);
    }

    private void append(
            Transaction tx,
            UUID programId,
            EventType event,
            @Nullable Long version,
            @Nullable UUID subjectId,
            Actor actor,
            Audience audience,
            List<Change> changes,
            Map<String, ?> data,
            @Nullable Map<String, ?> clientData) {
        JsonNode clientTree = clientData == null ? null : Json.tree(clientData);
        journal.append(
                tx,
                new NewEntry(
                        programId,
                        event,
                        null,
                        version,
                        subjectId,
                        actor.id(),
                        actor.name(),
                        audience,
                        changes,
                        Json.tree(data),
                        clientTree));
    }
}
