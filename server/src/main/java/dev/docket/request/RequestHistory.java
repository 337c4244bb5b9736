package dev.docket.request;

import dev.docket.common.CursorPage;
import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.Entry;
import dev.docket.journal.EntryFilter;
import dev.docket.journal.HistoryEntry;
import dev.docket.journal.JournalReading;
import dev.docket.journal.Position;
import dev.docket.journal.Positioned;
import dev.docket.program.HiddenFields;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ProgramFields;
import dev.docket.program.Programs;
import dev.docket.program.Viewer;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal as people read it: the history of a request, the activity of a program. Newest first. */
@Singleton
final class RequestHistory {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final RequestStore store;
    private final ParticipantStore participants;
    private final JournalReading journal;
    private final ProgramFields fields;

    RequestHistory(
            Database database,
            Programs programs,
            Requests requests,
            RequestStore store,
            ParticipantStore participants,
            JournalReading journal,
            ProgramFields fields) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.store = store;
        this.participants = participants;
        this.journal = journal;
        this.fields = fields;
    }

    /** Entries older than {@code before} (a {@code seq}), at most {@code limit}. */
    record Cursor(long before, int limit) {
        /** What is out of range goes to {@code violations}; the cursor is then meaningless. */
        static Cursor of(Violations violations, @Nullable Long before, @Nullable Integer limit) {
            int size = limit == null ? DEFAULT_LIMIT : limit;
            violations.addUnless(before == null || before >= 1, "before", before + " (expected: at least 1)");
            violations.addUnless(1 <= size && size <= MAX_LIMIT, "limit", size + " (expected: 1.." + MAX_LIMIT + ")");
            return new Cursor(before == null ? Long.MAX_VALUE : before, size);
        }
    }

    Positioned<CursorPage<HistoryEntry>> ofRequest(
            Actor actor, UUID programId, UUID requestId, EntryFilter filter, Cursor cursor) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            requests.find(tx, access, requestId);
            return page(
                    tx,
                    access,
                    programs.position(tx, access),
                    cursor,
                    journal.history(
                            tx,
                            programId,
                            requestId,
                            filter,
                            cursor.before(),
                            cursor.limit() + 1,
                            access.viewer().journalReader()));
        });
    }

    /** For managers all that happened: it is the program's audit. */
    Positioned<CursorPage<HistoryEntry>> ofProgram(Actor actor, UUID programId, EntryFilter filter, Cursor cursor) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            return page(
                    tx,
                    access,
                    programs.position(tx, access),
                    cursor,
                    activity(tx, access, filter, cursor.before(), cursor.limit() + 1));
        });
    }

    /** What was shared with a client once and is not any more has no place in the client's activity. */
    private List<Entry> activity(Transaction tx, ProgramAccess access, EntryFilter filter, long before, int limit) {
        UUID programId = access.program().id();
        Viewer viewer = access.viewer();
        return viewer.isClient()
                ? journal.activityOf(
                        tx,
                        programId,
                        participants.known(tx, programId, viewer.userId()),
                        filter,
                        before,
                        limit,
                        viewer.journalReader())
                : journal.activity(tx, programId, filter, before, limit, viewer.journalReader());
    }

    /**
     * @param position read before the entries
     * @param read one entry more than asked for, to know whether another page follows
     */
    private Positioned<CursorPage<HistoryEntry>> page(
            Transaction tx, ProgramAccess access, Position position, Cursor cursor, List<Entry> read) {
        boolean more = read.size() > cursor.limit();
        List<Entry> entries = more ? read.subList(0, cursor.limit()) : read;
        Map<UUID, Integer> numbers = store.numbers(
                tx,
                access.program().id(),
                entries.stream()
                        .map(Entry::requestId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        List<HistoryEntry> shown = entries.stream()
                .map(entry -> HistoryEntry.of(entry, access.viewer().journalReader(), key(access, entry, numbers)))
                .toList();
        return new Positioned<>(
                position,
                new CursorPage<>(
                        access.viewer().isStaff() ? shown : withoutHidden(fields.hiddenFromClients(tx, access), shown),
                        more ? entries.getLast().seq() : null));
    }

    /** What is for staff only today is not shown to clients from the days when it was for everyone. */
    private static List<HistoryEntry> withoutHidden(HiddenFields hidden, List<HistoryEntry> entries) {
        List<HistoryEntry> shown = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            List<HistoryEntry.FieldChange> changes = entry.changes().stream()
                    .filter(change -> !hidden.hides(change.field()))
                    .toList();
            boolean nothingLeft = changes.isEmpty() && !entry.changes().isEmpty();
            if (!nothingLeft) {
                shown.add(entry.with(changes, hidden.without(entry.data())));
            }
        }
        return shown;
    }

    private static @Nullable String key(ProgramAccess access, Entry entry, Map<UUID, Integer> numbers) {
        Integer number = entry.requestId() == null ? null : numbers.get(entry.requestId());
        return number == null ? null : access.program().requestKey(number);
    }
}
