package dev.docket.program;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.Change;
import dev.docket.journal.Journal;
import dev.docket.journal.Position;
import dev.docket.journal.Positioned;
import dev.docket.program.ProgramStore.Hold;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Programs, and the way into one. Lock order everywhere: the program's row (one of the {@code accessFor…} methods), rows
 * of its requests, then the journal.
 */
@Singleton
public final class Programs {
    private final Database database;
    private final ProgramStore store;
    private final MembershipStore memberships;
    private final ProgramDetails details;
    private final Journal journal;
    private final ProgramJournal records;
    private final StaleSettings stale;
    private final Clock clock;

    Programs(
            Database database,
            ProgramStore store,
            MembershipStore memberships,
            ProgramDetails details,
            Journal journal,
            ProgramJournal records,
            StaleSettings stale,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.memberships = memberships;
        this.details = details;
        this.journal = journal;
        this.records = records;
        this.stale = stale;
        this.clock = clock;
    }

    /**
     * To read something. Like its sisters it enters the program: nothing else is found in the transaction from now on.
     *
     * @throws Problem 404 if the actor may not see the program
     */
    public ProgramAccess access(Transaction tx, Actor actor, UUID programId) {
        return found(store.access(tx, actor, programId));
    }

    /** The program whose requests are called {@code OPS-…}, for those who may see it; else empty. */
    public Optional<ProgramAccess> accessByKey(Transaction tx, Actor actor, String key) {
        tx.seeEveryProgram();
        Optional<UUID> found = store.idOfKey(tx, key);
        found.ifPresent(tx::enter);
        return found.flatMap(id -> store.access(tx, actor, id));
    }

    /** To read something in several programs at once; those that the actor may not see are left out. */
    public Map<UUID, ProgramAccess> accesses(Transaction tx, Actor actor, Collection<UUID> programIds) {
        tx.seeEveryProgram();
        return store.accesses(tx, actor, programIds).stream()
                .collect(Collectors.toMap(access -> access.program().id(), access -> access));
    }

    /** To change something inside: until the commit, settings, fields, members and the archived state stay as answered. */
    public ProgramAccess accessForChange(Transaction tx, Actor actor, UUID programId) {
        return held(tx, actor, programId, Hold.SETTINGS);
    }

    /** The same, and until the commit nobody else takes a request number or counts active requests. */
    public ProgramAccess accessForCounting(Transaction tx, Actor actor, UUID programId) {
        return held(tx, actor, programId, Hold.COUNTS);
    }

    /** The number of a new request. The caller came through {@link #accessForCounting}. */
    public int nextRequestNumber(Transaction tx, ProgramAccess access) {
        return store.nextNumber(tx, access.program().id());
    }

    /** Where the program's stream stands. Read it before the rows that are answered with it. */
    public Position position(Transaction tx, ProgramAccess access) {
        return journal.position(tx, access.program().id());
    }

    /** To change the program itself, or its members. */
    ProgramAccess accessForSettings(Transaction tx, Actor actor, UUID programId) {
        return held(tx, actor, programId, Hold.ALL);
    }

    Page<ProgramDetail> list(Actor actor, Paging paging) {
        return database.read(tx -> {
            tx.seeEveryProgram();
            List<ProgramDetail> visible = details.of(tx, store.visible(tx, actor, paging));
            return Page.of(visible, paging, store.countVisible(tx, actor));
        });
    }

    Positioned<ProgramDetail> get(Actor actor, UUID programId) {
        return database.read(tx -> {
            Position position = journal.find(tx, programId).orElseThrow(() -> Problem.notFound("program"));
            return new Positioned<>(position, details.of(tx, access(tx, actor, programId)));
        });
    }

    /** The creator becomes its manager in the same transaction. */
    public ProgramDetail create(Actor actor, NewProgram input) {
        ProgramPolicy.mayCreate(actor.role()).orForbid();
        Violations violations = new Violations();
        ProgramSettings settings = input.settings(violations);
        violations.orThrow();
        return database.write(tx -> {
            // Somebody may have become a client since the token was checked, and would be staff here.
            ProgramPolicy.mayCreate(
                            memberships.candidate(tx, actor.id()).orElseThrow().globalRole())
                    .orForbid();
            tx.seeEveryProgram();
            String key = input.key() == null
                    ? ProgramKey.madeFrom(
                            settings.name(),
                            candidate -> store.idOfKey(tx, candidate).isPresent())
                    : ProgramKey.checked(input.key());
            UUID id = Ids.next();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            tx.enter(id);
            journal.open(tx, id);
            store.insert(tx, id, key, settings, now);
            memberships.insert(tx, id, actor.id(), ProgramRole.MANAGER, now);
            records.created(tx, actor, store.get(tx, id), ProgramSettings.NOTHING.changesTo(settings));
            return details.of(tx, access(tx, actor, id));
        });
    }

    /** @param seen the version that the author had seen; null if the author did not say */
    ProgramDetail update(Actor actor, UUID programId, ProgramEdit edit, @Nullable Long seen) {
        return database.write(tx -> {
            ProgramAccess access = accessForSettings(tx, actor, programId);
            Program before = access.program();
            boolean unarchives = edit.status().value() == ProgramStatus.ACTIVE && before.archived();
            (unarchives ? ProgramPolicy.mayUnarchive(access) : ProgramPolicy.mayEdit(access)).orForbid();
            Violations violations = new Violations();
            ProgramSettings settings = edit.applyTo(before, violations);
            violations.orThrow();
            List<Change> changes = ProgramSettings.of(before).changesTo(settings);
            stale.refuseOverwriting(tx, access, seen, changes);
            if (changes.isEmpty()) {
                return details.of(tx, access);
            }
            Program after = store.update(tx, programId, settings);
            records.updated(tx, actor, before, after, changes);
            return details.of(tx, new ProgramAccess(after, access.viewer()));
        });
    }

    private ProgramAccess held(Transaction tx, Actor actor, UUID programId, Hold hold) {
        return found(store.hold(tx, actor, programId, hold));
    }

    private static ProgramAccess found(Optional<ProgramAccess> access) {
        return access.orElseThrow(() -> Problem.notFound("program"));
    }
}
