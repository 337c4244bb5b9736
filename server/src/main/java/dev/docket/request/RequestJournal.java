package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.identity.Actor;
import dev.docket.journal.Audience;
import dev.docket.journal.Change;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.program.Program;
import dev.docket.program.ProgramAccess;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written down about requests, and who learns of it. Each is the last statement of its change. */
@Singleton
final class RequestJournal {
    private static final String PARTICIPANTS = "participants";

    private final Journal journal;

    RequestJournal(Journal journal) {
        this.journal = journal;
    }

    void created(Transaction tx, ProgramAccess access, Request request, List<Change> changes) {
        append(
                tx,
                access,
                EventType.REQUEST_CREATED,
                request,
                RequestAudience.of(request),
                changes,
                payload(access.program(), request, false, Map.of()),
                payload(access.program(), request, true, Map.of()));
    }

    /** Clients learn nothing of a change that touches only what staff see. */
    void updated(Transaction tx, ProgramAccess access, Request request, List<Change> changes) {
        List<String> all = changes.stream().map(Change::field).toList();
        List<String> forClients = changes.stream()
                .filter(change -> !change.staffOnly())
                .map(Change::field)
                .toList();
        boolean clientsSeeIt = !forClients.isEmpty();
        append(
                tx,
                access,
                EventType.REQUEST_UPDATED,
                request,
                clientsSeeIt ? RequestAudience.of(request) : RequestAudience.internal(request),
                changes,
                payload(access.program(), request, false, Map.of("changedFields", all)),
                clientsSeeIt ? payload(access.program(), request, true, Map.of("changedFields", forClients)) : null);
    }

    void statusChanged(
            Transaction tx,
            ProgramAccess access,
            Request before,
            Request after,
            List<Change> changes,
            @Nullable String reason) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("from", before.status());
        more.put("to", after.status());
        if (reason != null) {
            more.put("reason", reason);
        }
        append(
                tx,
                access,
                EventType.REQUEST_STATUS_CHANGED,
                after,
                RequestAudience.of(before).changedTo(RequestAudience.of(after)),
                changes,
                payload(access.program(), after, false, more),
                payload(access.program(), after, true, more));
    }

    void assigned(Transaction tx, ProgramAccess access, Request before, Request after) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("assignedTo", after.assignee());
        more.put("previousAssignee", before.assignee());
        append(
                tx,
                access,
                EventType.REQUEST_ASSIGNED,
                after,
                RequestAudience.of(before).changedTo(RequestAudience.of(after)),
                List.of(assignment(before, after.assignee())),
                payload(access.program(), after, false, more),
                payload(access.program(), after, true, more));
    }

    /** Who sees it now receives it whole; who no longer does forgets it. */
    void shared(Transaction tx, ProgramAccess access, Request before, Request after) {
        Change change = Change.of(PARTICIPANTS, "Shared with", before.participants(), after.participants());
        Map<String, Object> more = Map.of("changedFields", List.of(PARTICIPANTS));
        append(
                tx,
                access,
                EventType.REQUEST_UPDATED,
                after,
                RequestAudience.of(before).changedTo(RequestAudience.of(after)),
                List.of(change),
                payload(access.program(), after, false, more),
                payload(access.program(), after, true, more));
    }

    /** Everybody who saw it is told; afterwards nobody sees it. */
    void deleted(Transaction tx, ProgramAccess access, Request before, Request after) {
        append(
                tx,
                access,
                EventType.REQUEST_DELETED,
                after,
                RequestAudience.of(before),
                List.of(deletion(true)),
                payload(access.program(), after, false, Map.of()),
                payload(access.program(), after, true, Map.of()));
    }

    /** For whoever sees it again, it is there as if it had just been made. */
    void restored(Transaction tx, ProgramAccess access, Request request) {
        append(
                tx,
                access,
                EventType.REQUEST_CREATED,
                request,
                RequestAudience.of(request),
                List.of(deletion(false)),
                payload(access.program(), request, false, Map.of()),
                payload(access.program(), request, true, Map.of()));
    }

    private static Change deletion(boolean deleted) {
        return Change.of("deleted", "Deleted", !deleted, deleted);
    }

    static Change assignment(Request before, @Nullable Object after) {
        return Change.of("assignee", "Assignee", before.assignee(), after);
    }

    static Change status(Request before, RequestStatus after) {
        return Change.of("status", "Status", before.status(), after);
    }

    private static JsonNode payload(
            Program program, Request request, boolean client, Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("request", client ? RequestView.forClients(program, request) : RequestView.forStaff(program, request));
        data.putAll(more);
        return Json.tree(data);
    }

    private void append(
            Transaction tx,
            ProgramAccess access,
            EventType event,
            Request request,
            Audience audience,
            List<Change> changes,
            JsonNode data,
            @Nullable JsonNode clientData) {
        Actor actor = access.viewer().actor();
        journal.append(
                tx,
                new NewEntry(
                        request.programId(),
                        event,
                        request.id(),
                        request.version(),
                        null,
                        actor.id(),
                        actor.name(),
                        audience,
                        changes,
                        data,
                        clientData));
    }
}
