package dev.docket.program;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.identity.Role;
import dev.docket.journal.Position;
import dev.docket.journal.Positioned;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who belongs to which program, and as what. A program keeps its last active manager unless an admin decides otherwise:
 * an admin is a manager of every program, so nothing is ever locked, and can so put a program into other hands.
 */
@Singleton
public final class Memberships {
    private final Database database;
    private final MembershipStore store;
    private final Programs programs;
    private final ProgramJournal records;
    private final MembershipEnd end;
    private final Clock clock;

    Memberships(
            Database database,
            MembershipStore store,
            Programs programs,
            ProgramJournal records,
            MembershipEnd end,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.programs = programs;
        this.records = records;
        this.end = end;
        this.clock = clock;
    }

    /** All programs that a user may see; an admin: every one. */
    public List<ProgramSight> sightsOf(Transaction tx, UUID userId, Role globalRole) {
        tx.seeEveryProgram();
        return globalRole == Role.ADMIN ? store.allAsManager(tx) : store.sights(tx, userId);
    }

    /** Enters the program and answers the role that decides there for a user; empty if the user may not see it. */
    public Optional<ProgramRole> roleIn(Transaction tx, UUID userId, Role globalRole, UUID programId) {
        tx.enter(programId);
        if (globalRole == Role.ADMIN) {
            return store.programExists(tx, programId) ? Optional.of(ProgramRole.MANAGER) : Optional.empty();
        }
        return store.role(tx, programId, userId);
    }

    /** The membership itself, with the user's name; empty if there is none. An admin may have none. */
    public Optional<Member> member(Transaction tx, UUID programId, UUID userId) {
        return store.member(tx, programId, userId);
    }

    /** As {@link #member}, and the user's role and activity stay as they are until the transaction ends. */
    public Optional<Member> memberUnchanging(Transaction tx, UUID programId, UUID userId) {
        return store.memberUnchanging(tx, programId, userId);
    }

    Positioned<List<MemberView>> list(Actor actor, UUID programId) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Position position = programs.position(tx, access);
            List<MemberView> members = store.members(tx, programId).stream()
                    .map(member -> MemberView.of(access.viewer(), member))
                    .toList();
            return new Positioned<>(position, members);
        });
    }

    public MemberView add(Actor actor, UUID programId, UUID userId, ProgramRole role) {
        return database.write(tx -> {
            managed(tx, actor, programId);
            MembershipStore.Candidate candidate = store.candidate(tx, userId)
                    .filter(MembershipStore.Candidate::active)
                    .orElseThrow(() -> Problem.invalid("userId", userId + " (expected: an active user)"));
            if (store.role(tx, programId, userId).isPresent()) {
                throw Problem.conflict(candidate.name() + " is a member already.");
            }
            refuseUnlessFitting(candidate.name(), candidate.globalRole(), role);
            store.insert(tx, programId, userId, role, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            Member member = existing(tx, programId, userId);
            records.memberAdded(tx, actor, programId, member);
            return MemberView.forStaff(member);
        });
    }

    MemberView changeRole(Actor actor, UUID programId, UUID userId, ProgramRole role) {
        return database.write(tx -> {
            managed(tx, actor, programId);
            Member before = existing(tx, programId, userId);
            if (before.role() == role) {
                return MemberView.forStaff(before);
            }
            refuseUnlessFitting(before.user().name(), before.globalRole(), role);
            refuseIfLastManager(tx, actor, programId, before);
            store.update(tx, programId, userId, role);
            Member after = existing(tx, programId, userId);
            records.memberUpdated(tx, actor, programId, after, before.role());
            return MemberView.forStaff(after);
        });
    }

    void remove(Actor actor, UUID programId, UUID userId) {
        database.writeOnly(tx -> {
            ProgramAccess access = managed(tx, actor, programId);
            Member member = existing(tx, programId, userId);
            refuseIfLastManager(tx, actor, programId, member);
            end.ending(tx, access, userId);
            store.delete(tx, programId, userId);
            records.memberRemoved(tx, actor, programId, member);
        });
    }

    private ProgramAccess managed(Transaction tx, Actor actor, UUID programId) {
        ProgramAccess access = programs.accessForSettings(tx, actor, programId);
        ProgramPolicy.mayManageMembers(access).orForbid();
        return access;
    }

    private Member existing(Transaction tx, UUID programId, UUID userId) {
        return store.member(tx, programId, userId).orElseThrow(() -> Problem.notFound("member"));
    }

    /** Clients are clients everywhere, staff are nowhere. */
    private static void refuseUnlessFitting(String name, Role globalRole, ProgramRole role) {
        if (globalRole == Role.CLIENT && role.isStaff()) {
            throw Problem.conflict(name + " is a client and can only be a client of a program.");
        }
        if (globalRole != Role.CLIENT && !role.isStaff()) {
            throw Problem.conflict(name + " is not a client and cannot be a client of a program.");
        }
    }

    private void refuseIfLastManager(Transaction tx, Actor actor, UUID programId, Member member) {
        boolean last = member.role() == ProgramRole.MANAGER
                && !store.hasOtherManager(tx, programId, member.user().id());
        if (last && !actor.isAdmin()) {
            throw Problem.conflict(member.user().name()
                    + " is the last manager of the program. Make somebody else a manager first, or ask an admin.");
        }
    }
}
