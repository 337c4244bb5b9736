package dev.docket.request;

import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.storage.Database;
import dev.docket.storage.StatementTimeout;
import dev.docket.storage.Transaction;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds requests over all programs that somebody sees, archived ones too. */
@Singleton
final class RequestSearch {
    static final int MAX_FOUND = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;
    private final RequestSearchStore store;

    RequestSearch(Database database, RequestSearchStore store) {
        this.database = database;
        this.store = store;
    }

    @Schema(name = "FoundRequests")
    record Found(
            List<RequestPlace> data,

            @Schema(description = "Whether there are others, which more words would find")
            boolean more) {}

    /** The one that is called so, then those that contain the words. */
    Found find(Actor actor, @Nullable String question, @Nullable Integer atMost) {
        int limit = atMost == null ? MAX_FOUND : atMost;
        Violations violations = new Violations();
        Words words = Words.of(violations, "q", question);
        violations.addUnless(1 <= limit && limit <= MAX_FOUND, "limit", limit + " (expected: 1.." + MAX_FOUND + ")");
        violations.orThrow();
        return database.read(tx -> {
            tx.seeEveryProgram();
            return StatementTimeout.within(tx, PATIENCE, () -> find(tx, actor, words, limit));
        });
    }

    private Found find(Transaction tx, Actor actor, Words words, int limit) {
        Optional<RequestPlace> exact = RequestKey.in(words.text()).flatMap(key -> store.byKey(tx, actor, key));
        List<RequestPlace> containing = containing(tx, actor, words, limit + 1, exact.isPresent());
        List<RequestPlace> found =
                Stream.concat(exact.stream(), containing.stream()).distinct().toList();
        return new Found(found.stream().limit(limit).toList(), found.size() > limit);
    }

    /**
     * Words that are so common that the latest requests fill the answer are not looked for among all: an index would find very
     * many, and each would be read. Who types the key of a request has found what they look for.
     */
    private List<RequestPlace> containing(Transaction tx, Actor actor, Words words, int limit, boolean keyFound) {
        if (!words.indexed()) {
            return List.of();
        }
        List<RequestPlace> latest = store.amongLatest(tx, actor, words, limit);
        return keyFound || latest.size() == limit ? latest : store.amongAll(tx, actor, words, limit);
    }
}
