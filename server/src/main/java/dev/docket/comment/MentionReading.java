package dev.docket.comment;

import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;

/** Where somebody is mentioned, in all active programs. */
@Singleton
final class MentionReading {
    private final Database database;
    private final MentionStore store;

    MentionReading(Database database, MentionStore store) {
        this.database = database;
        this.store = store;
    }

    /** Newest first. One's own comments as well: who mentions oneself means it. */
    Page<MentionView> page(Actor actor, Paging paging) {
        return database.read(tx -> {
            tx.seeEveryProgram();
            return Page.of(
                    store.list(tx, actor, paging).stream().map(MentionView::of).toList(),
                    paging,
                    store.count(tx, actor));
        });
    }
}
