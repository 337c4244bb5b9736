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
    /** Of each program. */
    private static final int LATEST = 100;

    private static final String LATEST_OF_EACH = """
            CROSS JOIN LATERAL (
                SELECT r.id, r.program_id, r.number, r.title, r.updated_at FROM request r
                WHERE r.program_id = s.id AND r.deleted_at IS NULL AND %s
                ORDER BY r.updated_at DESC, r.id LIMIT :latest) r
            """;

    private static final String ALL = "JOIN request r ON r.program_id = s.id AND r.deleted_at IS NULL AND %s";

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

    /** Those whose title has all the words come first, then the latest changed. */
    List<RequestPlace> amongLatest(Transaction tx, Actor actor, Words words, int limit) {
        return places(bound(tx, actor, amongLatest(actor, words)).bind("latest", LATEST), words, limit);
    }

    /**
     * The same among all requests.
     *
     * @param words that are {@link Words#indexed}
     */
    List<RequestPlace> amongAll(Transaction tx, Actor actor, Words words, int limit) {
        return places(bound(tx, actor, amongAll(actor, words)), words, limit);
    }

    static String amongLatest(Actor actor, Words words) {
        return containing(LATEST_OF_EACH, actor, words);
    }

    static String amongAll(Actor actor, Words words) {
        return containing(ALL, actor, words);
    }

    private static String containing(String requests, Actor actor, Words words) {
        return "SELECT r.id, r.program_id, s.key || '-' || r.number AS key, r.title FROM (" + SeenRequests.PROGRAMS
                + ") s "
                + requests.formatted(SeenRequests.condition(actor))
                + " JOIN request_text t ON t.request_id = r.id WHERE " + each(words, "t.words")
                + " ORDER BY (" + each(words, "r.title") + ") DESC, r.updated_at DESC, r.id LIMIT :limit";
    }

    private static List<RequestPlace> places(Query query, Words words, int limit) {
        for (int i = 0; i < words.patterns().size(); i++) {
            query.bind("q" + i, words.patterns().get(i));
        }
        return query.bind("limit", limit).map(PLACE).list();
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
