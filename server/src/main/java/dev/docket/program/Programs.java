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
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Programs, and the way into one. Lock order everywhere: the program's row (one of the {@code accessFor…} methods), rows
 * of its requests, then the journal.
 */
@Singleton
public final class Programs {
    private final Database database;
    private final ProgramStore store;
    private final MembershipStore memberships;
    private final RequestFigures figures;
    private final Journal journal;
    private final ProgramJournal records;
    private final Clock clock;

    Programs(
            Database database,
            ProgramStore store,
            MembershipStore memberships,
            RequestFigures figures,
            Journal journal,
            ProgramJournal records,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.memberships = memberships;
        this.figures = figures;
        this.journal = journal;
        this.records = records;
        this.clock = clock;
    }

    /**
     * To read something.
     *
     * @throws Problem 404 if the actor may not see the program
     */
    public ProgramAccess access(Transaction tx, Actor actor, UUID programId) {
        return store.access(tx, actor, programId).orElseThrow(() -> Problem.notFound("program"));
    }

    /** To read something in several programs at once; those that the actor may not see are left out. */
    public Map<UUID, ProgramAccess> accesses(Transaction tx, Actor actor, Collection<UUID> programIds) {
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
            List<ProgramAccess> visible = store.visible(tx, actor, paging);
            Map<UUID, ActiveUsage> usage = figures.active(
                    tx, visible.stream().map(access -> access.program().id()).toList(), actor.id());
            return Page.of(
                    visible.stream()
                            .map(access -> ProgramDetail.of(
                                    access, usage.getOrDefault(access.program().id(), ActiveUsage.NONE)))
                            .toList(),
                    paging,
                    store.countVisible(tx, actor));
        });
    }

    Positioned<ProgramDetail> get(Actor actor, UUID programId) {
        return database.read(tx -> {
            Position position = journal.find(tx, programId).orElseThrow(() -> Problem.notFound("program"));
            return new Positioned<>(position, detail(tx, access(tx, actor, programId)));
        });
    }

    /** The creator becomes its manager in the same transaction. */
    public ProgramDetail create(Actor actor, NewProgram input) {
        ProgramPolicy.mayCreate(actor).orForbid();
        Violations violations = new Violations();
        ProgramSettings settings = input.settings(violations);
        violations.orThrow();
        return database.write(tx -> {
            String key = input.key() == null
                    ? ProgramKey.madeFrom(settings.name(), candidate -> store.keyTaken(tx, candidate))
                    : ProgramKey.checked(input.key());
            UUID id = Ids.next();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            journal.open(tx, id);
            store.insert(tx, id, key, settings, now);
            memberships.insert(tx, id, actor.id(), ProgramRole.MANAGER, now);
            records.created(tx, actor, store.get(tx, id), ProgramSettings.NOTHING.changesTo(settings));
            return detail(tx, access(tx, actor, id));
        });
    }

    ProgramDetail update(Actor actor, UUID programId, ProgramEdit edit) {
        return database.write(tx -> {
            ProgramAccess access = accessForSettings(tx, actor, programId);
            Program before = access.program();
            boolean unarchives = edit.status().value() == ProgramStatus.ACTIVE && before.archived();
            (unarchives ? ProgramPolicy.mayUnarchive(access) : ProgramPolicy.mayEdit(access)).orForbid();
            Violations violations = new Violations();
            ProgramSettings settings = edit.applyTo(ProgramSettings.of(before), violations);
            violations.orThrow();
            List<Change> changes = ProgramSettings.of(before).changesTo(settings);
            if (changes.isEmpty()) {
                return detail(tx, access);
            }
            Program after = store.update(tx, programId, settings);
            records.updated(tx, actor, before, after, changes);
            return detail(tx, new ProgramAccess(after, access.viewer()));
        });
    }

    private ProgramDetail detail(Transaction tx, ProgramAccess access) {
        UUID id = access.program().id();
        ActiveUsage usage =
                figures.active(tx, List.of(id), access.viewer().userId()).getOrDefault(id, ActiveUsage.NONE);
        return ProgramDetail.of(access, usage);
    }

    private ProgramAccess held(Transaction tx, Actor actor, UUID programId, Hold hold) {
        store.hold(tx, programId, hold);
        return access(tx, actor, programId);
    }
}
