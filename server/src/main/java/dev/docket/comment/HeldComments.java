package dev.docket.comment;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.request.Request;
import dev.docket.request.Requests;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;

/** The way to one comment: through its program and its request, each seen first. */
@Singleton
final class HeldComments {
    private final Programs programs;
    private final Requests requests;
    private final CommentStore store;

    HeldComments(Programs programs, Requests requests, CommentStore store) {
        this.programs = programs;
        this.requests = requests;
        this.store = store;
    }

    /** A comment and what it hangs on, which nobody else changes until the commit. */
    record Held(ProgramAccess access, Request request, Comment comment) {}

    /**
     * To change it; perhaps it is deleted.
     *
     * @throws Problem 404 unless the actor sees it
     */
    Held hold(Transaction tx, Actor actor, CommentPlace place) {
        ProgramAccess access = programs.accessForChange(tx, actor, place.programId());
        Request request = requests.lock(tx, access, place.requestId());
        return new Held(access, request, visible(tx, access, place));
    }

    /** The same, for what is only done to a comment in sight. */
    Held undeleted(Transaction tx, Actor actor, CommentPlace place) {
        Held found = hold(tx, actor, place);
        refuseIfDeleted(found.comment());
        return found;
    }

    /** To read it. */
    Comment find(Transaction tx, Actor actor, CommentPlace place) {
        ProgramAccess access = programs.access(tx, actor, place.programId());
        requests.find(tx, access, place.requestId());
        Comment comment = visible(tx, access, place);
        refuseIfDeleted(comment);
        return comment;
    }

    /** As it is now, after a change by whoever holds it. */
    Comment read(Transaction tx, CommentPlace place) {
        return store.find(tx, place).orElseThrow();
    }

    private Comment visible(Transaction tx, ProgramAccess access, CommentPlace place) {
        return store.find(tx, place)
                .filter(comment -> CommentPolicy.sees(access.viewer(), comment))
                .orElseThrow(() -> Problem.notFound("comment"));
    }

    private static void refuseIfDeleted(Comment comment) {
        if (comment.deletion() != null) {
            throw Problem.notFound("comment");
        }
    }
}
