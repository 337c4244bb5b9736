package dev.docket.comment;

import dev.docket.common.CursorPage;
import dev.docket.common.Person;
import dev.docket.common.Problem;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.EventType;
import dev.docket.request.Contributions;
import dev.docket.request.SeenVersion;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Authors correct what they said, at any time; what it said before stays readable for whoever sees the comment. */
@Singleton
final class CommentEdits {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final Database database;
    private final HeldComments held;
    private final CommentVersionStore store;
    private final Mentionable mentionable;
    private final Contributions contributions;
    private final Clock clock;

    CommentEdits(
            Database database,
            HeldComments held,
            CommentVersionStore store,
            Mentionable mentionable,
            Contributions contributions,
            Clock clock) {
        this.database = database;
        this.held = held;
        this.store = store;
        this.mentionable = mentionable;
        this.contributions = contributions;
        this.clock = clock;
    }

    /** An edit that changes nothing leaves no trace. */
    CommentView edit(Actor actor, CommentPlace place, @Nullable String body, SeenVersion seen) {
        Violations violations = new Violations();
        String text = Text.block(violations, "body", body, 1, Comment.MAX_LENGTH);
        violations.orThrow();
        return database.write(tx -> {
            HeldComments.Held current = held.undeleted(tx, actor, place);
            Comment comment = current.comment();
            CommentPolicy.mayEdit(current.access(), comment).orForbid();
            if (text.equals(comment.body())) {
                return CommentView.of(current.access(), comment);
            }
            refuseIfStale(current, text, seen);
            List<Person> mentions = mentionable.in(
                    tx, current.access(), current.request(), text, comment.internal(), comment.mentions());
            store.replace(
                    tx,
                    comment,
                    text,
                    mentions.stream().map(Person::id).toList(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            Comment edited = held.read(tx, place);
            contributions.record(
                    tx,
                    actor,
                    current.request(),
                    EventType.COMMENT_UPDATED,
                    comment.internal(),
                    Map.of("comment", CommentView.forEvents(edited)));
            return CommentView.of(current.access(), edited);
        });
    }

    /** Newest first. */
    CursorPage<CommentVersionView> versions(
            Actor actor, CommentPlace place, @Nullable Long before, @Nullable Integer limit) {
        int size = limit == null ? DEFAULT_LIMIT : limit;
        Violations violations = new Violations();
        violations.addUnless(1 <= size && size <= MAX_LIMIT, "limit", size + " (expected: 1.." + MAX_LIMIT + ")");
        violations.addUnless(before == null || before >= 1, "before", before + " (expected: at least 1)");
        violations.orThrow();
        return database.read(tx -> {
            held.find(tx, actor, place);
            List<CommentVersion> read = store.list(tx, place, before == null ? Long.MAX_VALUE : before, size + 1);
            boolean more = read.size() > size;
            List<CommentVersionView> shown =
                    read.stream().limit(size).map(CommentVersionView::of).toList();
            return new CursorPage<>(shown, more ? shown.getLast().version() : null);
        });
    }

    private static void refuseIfStale(HeldComments.Held current, String text, SeenVersion seen) {
        Comment comment = current.comment();
        if (seen.isOlderThan(comment.version())) {
            throw Problem.staleVersion(
                    CommentView.of(current.access(), comment),
                    List.of(Map.of("field", "body", "label", "Comment", "yours", text, "theirs", comment.body())));
        }
    }
}
