package dev.docket.attachment;

import dev.docket.common.Deletion;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.EventType;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.request.Contributions;
import dev.docket.request.CountChange;
import dev.docket.request.FieldFiles;
import dev.docket.request.Request;
import dev.docket.request.Requests;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Takes files out of sight, and back for as long as their bytes are kept ({@link StorageSweep} removes them later). */
@Singleton
final class AttachmentDeletion {
    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final AttachmentStore store;
    private final Contributions contributions;
    private final FieldFiles fieldFiles;
    private final Clock clock;

    AttachmentDeletion(
            Database database,
            Programs programs,
            Requests requests,
            AttachmentStore store,
            Contributions contributions,
            FieldFiles fieldFiles,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.store = store;
        this.contributions = contributions;
        this.fieldFiles = fieldFiles;
        this.clock = clock;
    }

    void delete(Actor actor, AttachmentPlace place) {
        database.writeOnly(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, place.programId());
            Request request = requests.lock(tx, access, place.requestId());
            Attachment attachment = visible(tx, access, place);
            if (attachment.deletion() != null) {
                throw Problem.notFound("attachment");
            }
            AttachmentPolicy.mayDelete(access, attachment).orForbid();
            fieldFiles.release(tx, access, request, attachment.id());
            store.mark(tx, attachment.id(), new Deletion(actor.id(), now()));
            requests.changeCounts(tx, request, CountChange.attachments(attachment.internal(), -1));
            contributions.record(
                    tx,
                    actor,
                    request,
                    EventType.ATTACHMENT_DELETED,
                    attachment.internal(),
                    Map.of("attachmentId", attachment.id()));
        });
    }

    /** For everybody it is as if it was uploaded, except that nobody need be notified again. */
    AttachmentView restore(Actor actor, AttachmentPlace place) {
        return database.write(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, place.programId());
            Request request = requests.lock(tx, access, place.requestId());
            Attachment attachment = visible(tx, access, place);
            Deletion deletion = attachment.deletion();
            if (deletion == null) {
                throw Problem.conflict("The attachment is not deleted.");
            }
            AttachmentPolicy.mayRestore(access, attachment).orForbid();
            deletion.refuseIfTooLate(now());
            store.mark(tx, attachment.id(), null);
            Attachment restored = store.find(tx, place).orElseThrow();
            requests.changeCounts(tx, request, CountChange.attachments(restored.internal(), 1));
            contributions.record(
                    tx,
                    actor,
                    request,
                    EventType.ATTACHMENT_UPLOADED,
                    restored.internal(),
                    Map.of("attachment", AttachmentView.forEvents(restored), "restored", true));
            return AttachmentView.of(access, restored);
        });
    }

    private Attachment visible(Transaction tx, ProgramAccess access, AttachmentPlace place) {
        return store.find(tx, place)
                .filter(attachment -> AttachmentPolicy.sees(access.viewer(), attachment))
                .orElseThrow(() -> Problem.notFound("attachment"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
