package dev.docket.comment;

import dev.docket.common.Deletion;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.EventType;
import dev.docket.request.Contributions;
import dev.docket.request.CountChange;
import dev.docket.request.Requests;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Takes comments out of sight, and back for as long as somebody may want to undo it. */
@Singleton
final class CommentDeletion {
    private final Database database;
    private final HeldComments held;
    private final Requests requests;
    private final CommentStore store;
    private final Contributions contributions;
    private final Clock clock;

    CommentDeletion(
            Database database,
            HeldComments held,
            Requests requests,
            CommentStore store,
            Contributions contributions,
            Clock clock) {
        this.database = database;
        this.held = held;
        this.requests = requests;
        this.store = store;
        this.contributions = contributions;
        this.clock = clock;
    }

    void delete(Actor actor, CommentPlace place) {
        database.writeOnly(tx -> {
            HeldComments.Held current = held.undeleted(tx, actor, place);
            Comment comment = current.comment();
            CommentPolicy.mayDelete(current.access(), comment).orForbid();
            store.mark(tx, comment.id(), new Deletion(actor.id(), now()));
            requests.changeCounts(tx, current.request(), CountChange.comments(comment.internal(), -1));
            contributions.record(
                    tx,
                    actor,
                    current.request(),
                    EventType.COMMENT_DELETED,
                    comment.internal(),
                    Map.of("commentId", comment.id()));
        });
    }

    /** For everybody it is as if it was added, except that nobody need be notified again. */
    CommentView restore(Actor actor, CommentPlace place) {
        return database.write(tx -> {
            HeldComments.Held current = held.hold(tx, actor, place);
            Deletion deletion = current.comment().deletion();
            if (deletion == null) {
                throw Problem.conflict("The comment is not deleted.");
            }
            CommentPolicy.mayRestore(current.access(), current.comment()).orForbid();
            deletion.refuseIfTooLate(now());
            store.mark(tx, place.commentId(), null);
            Comment restored = held.read(tx, place);
            requests.changeCounts(tx, current.request(), CountChange.comments(restored.internal(), 1));
            contributions.record(
                    tx,
                    actor,
                    current.request(),
                    EventType.COMMENT_ADDED,
                    restored.internal(),
                    Map.of("comment", CommentView.forEvents(restored), "restored", true));
            return CommentView.of(current.access(), restored);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
