package dev.docket.audit;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.identity.Users;
import dev.docket.journal.Entry;
import dev.docket.journal.WholeJournal;
import dev.docket.journal.WholeJournal.Head;
import dev.docket.journal.WholeJournal.Mark;
import dev.docket.journal.WholeJournal.Stretch;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The audit of the whole installation: to read, and to take away as a proof. */
@Singleton
final class Audit {
    private final Database database;
    private final WholeJournal journal;
    private final AuditStore store;
    private final Users users;
    private final Clock clock;

    Audit(Database database, WholeJournal journal, AuditStore store, Users users, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.store = store;
        this.users = users;
        this.clock = clock;
    }

    AuditPage page(Actor actor, AuditQuery wanted) {
        AuditPolicy.read(actor).orForbid();
        return database.read(tx -> {
            tx.seeEveryProgram();
            AuditQuery query = wanted;
            if (wanted.requestKey() != null) {
                Optional<UUID> request = store.request(tx, wanted.requestKey());
                if (request.isEmpty()) {
                    return new AuditPage(List.of(), null);
                }
                query = wanted.withRequest(request.get());
            }
            // One more than asked for, to know whether another page follows.
            List<Entry> read = journal.newest(tx, query.program(), query.filter(), query.before(), query.limit() + 1);
            boolean more = read.size() > query.limit();
            List<Entry> entries = more ? read.subList(0, query.limit()) : read;
            Names names = names(tx, entries);
            return new AuditPage(
                    entries.stream().map(entry -> AuditEntry.of(entry, names)).toList(),
                    more ? cursor(entries.getLast()) : null);
        });
    }

    Heads heads(Actor actor) {
        AuditPolicy.read(actor).orForbid();
        return new Heads(now(), database.read(tx -> journal.heads(tx, null)));
    }

    /** @param program a stream; null: all of them */
    Export export(Actor actor, @Nullable UUID program, @Nullable Instant from, @Nullable Instant to) {
        AuditPolicy.read(actor).orForbid();
        return database.read(tx -> {
            tx.seeEveryProgram();
            List<Head> heads = journal.heads(tx, program);
            if (heads.isEmpty()) {
                throw Problem.notFound("program");
            }
            List<Stretch> stretches = heads.stream()
                    .map(head -> journal.stretch(tx, head, from, to))
                    .toList();
            Map<UUID, AuditEntry.Place> places =
                    store.programs(tx, heads.stream().map(Head::stream).toList());
            return new Export(journal, new ExportLine.Begin(now(), program, from, to), stretches, places);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Names names(Transaction tx, List<Entry> entries) {
        return new Names(
                store.programs(tx, ids(entries, Entry::stream)),
                store.requestKeys(tx, ids(entries, Entry::requestId)),
                users.people(tx, ids(entries, Entry::subjectId)));
    }

    private static Collection<UUID> ids(List<Entry> entries, Function<Entry, @Nullable UUID> id) {
        return entries.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static String cursor(Entry last) {
        return AuditQuery.cursor(new Mark(last.at(), last.id()));
    }
}
