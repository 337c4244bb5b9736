package dev.docket.comment;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.Position;
import dev.docket.journal.Positioned;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.request.Contributions;
import dev.docket.request.CountChange;
import dev.docket.request.Request;
import dev.docket.request.Requests;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be done with comments. They don't raise the request's version, so nobody's edit of it grows stale. */
@Singleton
public final class Comments {
    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final CommentStore store;
    private final Journal journal;
    private final Mentionable mentionable;
    private final Contributions contributions;
    private final Clock clock;

    Comments(
            Database database,
            Programs programs,
            Requests requests,
            CommentStore store,
            Journal journal,
            Mentionable mentionable,
            Contributions contributions,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.store = store;
        this.journal = journal;
        this.mentionable = mentionable;
        this.contributions = contributions;
        this.clock = clock;
    }

    /** Oldest first; clients get no internal ones. */
    Positioned<CommentPage> page(Actor actor, UUID programId, UUID requestId, Paging paging) {
        return read(
                actor,
                programId,
                requestId,
                (tx, scope) -> store.page(tx, scope, paging.offset(), paging.limit() + 1),
                paging);
    }

    /** The same, those behind the comment {@code last}, which may have been deleted since. */
    Positioned<CommentPage> after(Actor actor, CommentPlace last, int limit) {
        return read(
                actor,
                last.programId(),
                last.requestId(),
                (tx, scope) -> {
                    Comment comment = store.find(tx, last)
                            .filter(found -> scope.withInternal() || !found.internal())
                            .orElseThrow(() -> Problem.invalid(
                                    "after", last.commentId() + " (expected: the id of a comment of this request)"));
                    return store.after(tx, scope, comment, limit + 1);
                },
                Paging.of(null, limit));
    }

    /** @param internal for staff only, by staff only */
    public CommentView add(Actor actor, UUID programId, UUID requestId, @Nullable String body, boolean internal) {
        Violations violations = new Violations();
        String text = Text.block(violations, "body", body, 1, Comment.MAX_LENGTH);
        violations.orThrow();
        return database.write(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            Request request = requests.lock(tx, access, requestId);
            CommentPolicy.mayAdd(access, internal).orForbid();
            Comment comment = new Comment(
                    Ids.next(),
                    programId,
                    requestId,
                    actor.person(),
                    text,
                    internal,
                    mentionable.in(tx, access, request, text, internal, List.of()),
                    1,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    null,
                    null);
            store.insert(tx, comment);
            requests.changeCounts(tx, request, CountChange.comments(internal, 1));
            contributions.record(
                    tx,
                    actor,
                    request,
                    EventType.COMMENT_ADDED,
                    internal,
                    Map.of("comment", CommentView.forEvents(comment)));
            return CommentView.of(access, comment);
        });
    }

    @FunctionalInterface
    private interface Part {
        List<Comment> read(Transaction tx, CommentStore.Scope scope);
    }

    private Positioned<CommentPage> read(Actor actor, UUID programId, UUID requestId, Part part, Paging paging) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Position position = journal.position(tx, programId);
            Request request = requests.find(tx, access, requestId);
            boolean withInternal = access.viewer().isStaff();
            List<Comment> comments = part.read(tx, new CommentStore.Scope(programId, requestId, withInternal));
            boolean more = comments.size() > paging.limit();
            List<CommentView> views = comments.stream()
                    .limit(paging.limit())
                    .map(comment -> CommentView.of(access, comment))
                    .toList();
            Page<CommentView> page = Page.of(views, paging, count(request, withInternal));
            return new Positioned<>(
                    position,
                    new CommentPage(
                            views, page.pagination(), more ? views.getLast().id() : null));
        });
    }

    /** The request's row was read with the same eyes, so its counts say how many there are. */
    private static long count(Request request, boolean withInternal) {
        Request.Counts counts = request.counts();
        return counts.comments() + (withInternal ? counts.internalComments() : 0L);
    }
}
