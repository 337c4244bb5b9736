package dev.docket.request;

import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.storage.Database;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds requests over all programs that somebody sees, archived ones too. */
@Singleton
final class RequestSearch {
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
    Found find(Actor actor, @Nullable String question, int limit) {
        Violations violations = new Violations();
        Words words = Words.of(violations, "q", question);
        violations.orThrow();
        return database.read(tx -> {
            tx.seeEveryProgram();
            Optional<RequestPlace> exact = RequestKey.in(words.text()).flatMap(key -> store.byKey(tx, actor, key));
            List<RequestPlace> containing = words.indexed() ? store.byWords(tx, actor, words, limit + 1) : List.of();
            List<RequestPlace> found = Stream.concat(exact.stream(), containing.stream())
                    .distinct()
                    .toList();
            return new Found(found.stream().limit(limit).toList(), found.size() > limit);
        });
    }
}
