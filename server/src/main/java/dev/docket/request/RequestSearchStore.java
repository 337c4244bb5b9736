package dev.docket.request;

import dev.docket.identity.Actor;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Requests found over all programs of one user, only those that the user sees. */
@Singleton
final class RequestSearchStore {
    /** Of each program, the latest changed: more are never ranked, however common the words. */
    private static final int CANDIDATES = 100;

    private static final RowMapper<RequestPlace> PLACE = (rows, _) -> new RequestPlace(
            rows.getObject("program_id", UUID.class),
            rows.getObject("id", UUID.class),
            rows.getString("key"),
            rows.getString("title"));

    Optional<RequestPlace> byKey(Transaction tx, Actor actor, RequestKey key) {
        return bound(
                        tx,
                        actor,
                        "SELECT r.id, r.program_id, s.key || '-' || r.number AS key, r.title FROM ("
                                + SeenRequests.PROGRAMS + """
                                ) s JOIN request r ON r.program_id = s.id
                                WHERE s.key = :key AND r.number = :number AND r.deleted_at IS NULL AND
                                """ + SeenRequests.condition(actor))
                .bind("key", key.program())
                .bind("number", key.number())
                .map(PLACE)
                .findOne();
    }

    /** Those whose title has all the words come first, then the latest changed. The words are {@link Words#indexed}. */
    List<RequestPlace> byWords(Transaction tx, Actor actor, Words words, int limit) {
        // Rare words are found by their index, common ones among the latest. A plan for any words would know only one
        // way.
        tx.handle().execute("SET LOCAL plan_cache_mode = force_custom_plan");
        Query query = bound(tx, actor, byWords(actor, words))
                .bind("candidates", CANDIDATES)
                .bind("limit", limit);
        for (int i = 0; i < words.patterns().size(); i++) {
            query.bind("q" + i, words.patterns().get(i));
        }
        return query.map(PLACE).list();
    }

    static String byWords(Actor actor, Words words) {
        return "SELECT found.id, found.program_id, s.key || '-' || found.number AS key, found.title FROM ("
                + SeenRequests.PROGRAMS + """
                ) s
                CROSS JOIN LATERAL (
                    SELECT r.id, r.program_id, r.number, r.title, r.updated_at
                    FROM request r JOIN request_text t ON t.request_id = r.id
                    WHERE r.program_id = s.id AND t.program_id = s.id AND r.deleted_at IS NULL AND
                """ + SeenRequests.condition(actor) + " AND " + each(words, "t.words")
                + " ORDER BY r.updated_at DESC, r.id LIMIT :candidates) found ORDER BY ("
                + each(words, "found.title") + ") DESC, found.updated_at DESC, found.id LIMIT :limit";
    }

    private static String each(Words words, String column) {
        return IntStream.range(0, words.patterns().size())
                .mapToObj(i -> column + " ILIKE :q" + i)
                .collect(Collectors.joining(" AND "));
    }

    private static Query bound(Transaction tx, Actor actor, String sql) {
        return tx.handle().createQuery(sql).bind("viewer", actor.id()).bind("admin", actor.isAdmin());
    }
}
