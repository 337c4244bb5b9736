package dev.docket.attachment;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.EventType;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.request.Contributions;
import dev.docket.request.CountChange;
import dev.docket.request.Request;
import dev.docket.request.Requests;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files in. Attachments don't raise the request's version, so nobody's edit of it grows stale. */
@Singleton
public final class Attachments {
    private static final Logger log = LoggerFactory.getLogger(Attachments.class);

    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final AttachmentStore store;
    private final Uploads uploads;
    private final FileStorage storage;
    private final StorageKeys keys;
    private final ProgramStorage room;
    private final Contributions contributions;
    private final Clock clock;

    Attachments(
            Database database,
            Programs programs,
            Requests requests,
            AttachmentStore store,
            Uploads uploads,
            FileStorage storage,
            StorageKeys keys,
            ProgramStorage room,
            Contributions contributions,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.store = store;
        this.uploads = uploads;
        this.storage = storage;
        this.keys = keys;
        this.room = room;
        this.contributions = contributions;
        this.clock = clock;
    }

    /** Where a new attachment goes. */
    public record Place(UUID programId, UUID requestId, boolean internal) {}

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

    private AttachmentView take(Actor actor, Place place, Supplier<Uploads.Received> receive) {
        database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, place.programId());
            Request request = requests.find(tx, access, place.requestId());
            AttachmentPolicy.mayUpload(access, place.internal()).orForbid();
            room.refuseUnlessRoomFor(tx, access, 1);
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
            if (!exists(place, id)) {
                remove(key);
            }
            throw e;
        }
    }

    private boolean exists(Place place, UUID id) {
        return database.read(tx -> {
            tx.enter(place.programId());
            return store.exists(tx, id);
        });
    }

    private AttachmentView insert(
            Transaction tx, Actor actor, Place place, UUID id, String key, Uploads.Received received) {
        ProgramAccess access = programs.accessForCounting(tx, actor, place.programId());
        Request request = requests.lock(tx, access, place.requestId());
        AttachmentPolicy.mayUpload(access, place.internal()).orForbid();
        room.refuseUnlessRoomFor(tx, access, received.file().size());
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
                Attachment.Thumbnail.NOT_MADE,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
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
        String key = keys.next();
        try {
            storage.put(key, received.file().path());
            return key;
        } catch (IOException e) {
            log.error("an uploaded file could not be stored: {}", e.toString());
            remove(key); // a storage may fail after it has taken the file
            throw Problem.storageFull();
        }
    }

    private void remove(String key) {
        try {
            storage.delete(key);
        } catch (IOException e) {
            log.error("a file could not be removed from the storage: {}", e.toString());
        }
    }
}
