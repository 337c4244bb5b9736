package dev.docket.attachment;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.Position;
import dev.docket.journal.Positioned;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may be done with attachments. They don't raise the request's version, so nobody's edit of it grows stale. */
@Singleton
public final class Attachments {
    private static final Logger log = LoggerFactory.getLogger(Attachments.class);

    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final AttachmentStore store;
    private final Uploads uploads;
    private final FileStorage storage;
    private final Journal journal;
    private final Contributions contributions;
    private final FieldFiles fieldFiles;
    private final Clock clock;

    Attachments(
            Database database,
            Programs programs,
            Requests requests,
            AttachmentStore store,
            Uploads uploads,
            FileStorage storage,
            Journal journal,
            Contributions contributions,
            FieldFiles fieldFiles,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.store = store;
        this.uploads = uploads;
        this.storage = storage;
        this.journal = journal;
        this.contributions = contributions;
        this.fieldFiles = fieldFiles;
        this.clock = clock;
    }

    /** Where a new attachment goes. */
    public record Place(UUID programId, UUID requestId, boolean internal) {}

    /** An attachment and its bytes, to be closed by who reads them. */
    record Download(Attachment attachment, InputStream bytes) {}

    /** Oldest first; clients get no internal ones. */
    Positioned<List<AttachmentView>> list(Actor actor, UUID programId, UUID requestId) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Position position = journal.position(tx, programId);
            requests.find(tx, access, requestId);
            List<AttachmentView> attachments = store
                    .list(tx, programId, requestId, access.viewer().isStaff())
                    .stream()
                    .map(attachment -> AttachmentView.of(access, attachment))
                    .toList();
            return new Positioned<>(position, attachments);
        });
    }

    /**
     * Takes a file in. The rights are checked before the first byte is read and again when the file is there; between the
     * two, however long it takes, no transaction is open.
     */
    AttachmentView upload(Actor actor, Place place, Uploads.Announced announced) {
        return take(actor, place, () -> uploads.receive(announced));
    }

    /** The same with a file that needs no unwrapping. */
    public AttachmentView add(Actor actor, Place place, String name, InputStream content) {
        return take(actor, place, () -> uploads.receive(name, content));
    }

    Download download(Actor actor, UUID programId, UUID requestId, UUID attachmentId) {
        Attachment attachment = database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            requests.find(tx, access, requestId);
            return visible(tx, access, requestId, attachmentId);
        });
        try {
            return new Download(attachment, storage.open(attachment.storageKey()));
        } catch (NoSuchFileException _) {
            // Deleted since, or lost by the disk.
            log.warn("the content of attachment {} is not in the storage", attachmentId);
            throw Problem.notFound("attachment");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row stays, for the history; the bytes go with the commit. */
    void delete(Actor actor, UUID programId, UUID requestId, UUID attachmentId) {
        database.writeOnly(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            Request request = requests.lock(tx, access, requestId);
            Attachment attachment = visible(tx, access, requestId, attachmentId);
            AttachmentPolicy.mayDelete(access, attachment).orForbid();
            fieldFiles.release(tx, access, request, attachmentId);
            store.delete(tx, attachmentId, clock.instant());
            requests.changeCounts(tx, request, CountChange.attachments(attachment.internal(), -1));
            tx.afterCommit(() -> remove(attachment.storageKey()));
            contributions.record(
                    tx,
                    actor,
                    request,
                    EventType.ATTACHMENT_DELETED,
                    attachment.internal(),
                    Map.of("attachmentId", attachmentId));
        });
    }

    private AttachmentView take(Actor actor, Place place, Supplier<Uploads.Received> receive) {
        database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, place.programId());
            Request request = requests.find(tx, access, place.requestId());
            AttachmentPolicy.mayUpload(access, place.internal()).orForbid();
            return request;
        });
        try (Uploads.Received received = receive.get()) {
            return keep(actor, place, received);
        }
    }

    private AttachmentView keep(Actor actor, Place place, Uploads.Received received) {
        UUID id = Ids.next();
        String key = stored(received);
        try {
            return database.write(tx -> insert(tx, actor, place, id, key, received));
        } catch (RuntimeException e) {
            // When the connection broke during the commit, only the database knows how it ended.
            if (!database.read(tx -> store.exists(tx, id))) {
                remove(key);
            }
            throw e;
        }
    }

    private AttachmentView insert(
            Transaction tx, Actor actor, Place place, UUID id, String key, Uploads.Received received) {
        ProgramAccess access = programs.accessForChange(tx, actor, place.programId());
        Request request = requests.lock(tx, access, place.requestId());
        AttachmentPolicy.mayUpload(access, place.internal()).orForbid();
        Attachment attachment = new Attachment(
                id,
                place.programId(),
                place.requestId(),
                received.name(),
                received.file().size(),
                received.type(),
                place.internal(),
                actor.person(),
                key,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.insert(tx, attachment);
        requests.changeCounts(tx, request, CountChange.attachments(place.internal(), 1));
        contributions.record(
                tx,
                actor,
                request,
                EventType.ATTACHMENT_UPLOADED,
                place.internal(),
                Map.of("attachment", AttachmentView.forEvents(attachment)));
        return AttachmentView.of(access, attachment);
    }

    private String stored(Uploads.Received received) {
        try {
            return storage.put(received.file().path());
        } catch (IOException e) {
            log.error("an uploaded file could not be stored: {}", e.toString());
            throw Problem.storageFull();
        }
    }

    private Attachment visible(Transaction tx, ProgramAccess access, UUID requestId, UUID attachmentId) {
        return store.find(tx, access.program().id(), requestId, attachmentId)
                .filter(attachment -> AttachmentPolicy.sees(access.viewer(), attachment))
                .orElseThrow(() -> Problem.notFound("attachment"));
    }

    private void remove(String key) {
        try {
            storage.delete(key);
        } catch (IOException e) {
            log.error("a file could not be removed from the storage: {}", e.toString());
        }
    }
}
