package dev.docket.attachment;

import dev.docket.common.AfterPage;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.Journal;
import dev.docket.journal.Position;
import dev.docket.journal.Positioned;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.request.Requests;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to attachments and their bytes for whoever sees them; each look asks for the rights anew. */
@Singleton
final class AttachmentReading {
    private static final Logger log = LoggerFactory.getLogger(AttachmentReading.class);

    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final AttachmentStore store;
    private final FileStorage storage;
    private final Journal journal;

    AttachmentReading(
            Database database,
            Programs programs,
            Requests requests,
            AttachmentStore store,
            FileStorage storage,
            Journal journal) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.store = store;
        this.storage = storage;
        this.journal = journal;
    }

    /** Oldest first, those behind {@code after}, which may have been deleted since; clients get no internal ones. */
    Positioned<AfterPage<AttachmentView>> list(
            Actor actor, UUID programId, UUID requestId, @Nullable UUID after, int limit) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Position position = journal.position(tx, programId);
            requests.find(tx, access, requestId);
            boolean withInternal = access.viewer().isStaff();
            Attachment last =
                    after == null ? null : cursor(tx, new AttachmentPlace(programId, requestId, after), withInternal);
            var part = new AttachmentStore.Part(programId, requestId, withInternal, last, limit + 1);
            return new Positioned<>(
                    position,
                    AfterPage.of(store.list(tx, part), limit, Attachment::id)
                            .map(attachment -> AttachmentView.of(access, attachment)));
        });
    }

    AttachmentView get(Actor actor, AttachmentPlace place) {
        return database.read(tx -> {
            ProgramAccess access = access(tx, actor, place);
            return AttachmentView.of(access, undeleted(tx, access, place));
        });
    }

    /** @throws Problem 404 unless the actor may read its bytes */
    Attachment find(Actor actor, AttachmentPlace place) {
        return database.read(tx -> undeleted(tx, access(tx, actor, place), place));
    }

    /** To be closed by who reads them. */
    InputStream bytes(Attachment attachment, ByteRange part) {
        return open(attachment, attachment.storageKey(), part);
    }

    InputStream open(Attachment attachment, @Nullable String key, ByteRange part) {
        try {
            if (key != null) {
                return storage.open(key, part.from(), part.length());
            }
        } catch (NoSuchFileException _) {
            // Told below: deleted since, or lost by the storage.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.warn("the content of attachment {} is not in the storage", attachment.id());
        throw Problem.notFound("attachment");
    }

    private ProgramAccess access(Transaction tx, Actor actor, AttachmentPlace place) {
        ProgramAccess access = programs.access(tx, actor, place.programId());
        requests.find(tx, access, place.requestId());
        return access;
    }

    private Attachment undeleted(Transaction tx, ProgramAccess access, AttachmentPlace place) {
        return store.find(tx, place)
                .filter(attachment ->
                        attachment.deletion() == null && AttachmentPolicy.sees(access.viewer(), attachment))
                .orElseThrow(() -> Problem.notFound("attachment"));
    }

    private Attachment cursor(Transaction tx, AttachmentPlace place, boolean withInternal) {
        return store.find(tx, place)
                .filter(found -> withInternal || !found.internal())
                .orElseThrow(() -> Problem.invalid(
                        "after", place.attachmentId() + " (expected: the id of an attachment of this request)"));
    }
}
