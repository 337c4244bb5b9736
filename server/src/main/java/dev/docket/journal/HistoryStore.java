package dev.docket.journal;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The journal newest first, by pages: for people. */
@Singleton
final class HistoryStore {
    /** What a program's manager sees is the whole stream; others see what they were sent. */
    List<Entry> activity(Transaction tx, UUID stream, EntryFilter filter, long before, int limit, Reader reader) {
        return activity(tx, stream, new Conditions(filter), before, limit, reader);
    }

    /** The same without what happened to other requests than {@code requests}. */
    List<Entry> activityOf(
            Transaction tx,
            UUID stream,
            Collection<UUID> requests,
            EntryFilter filter,
            long before,
            int limit,
            Reader reader) {
        Conditions where = new Conditions(filter)
                .and(
                        "(request_id IS NULL OR request_id = ANY(:requests))",
                        query -> query.bindArray("requests", UUID.class, requests));
        return activity(tx, stream, where, before, limit, reader);
    }

    private static List<Entry> activity(
            Transaction tx, UUID stream, Conditions where, long before, int limit, Reader reader) {
        where.and("stream = :stream", query -> query.bind("stream", stream));
        if (reader.sight() != Reader.Sight.MANAGER) {
            where.and(
                    "(level = ANY(:levels) OR :user = ANY(staff_users) OR :user = ANY(client_users))",
                    query -> query.bindArray("levels", String.class, reader.levelNames())
                            .bind("user", reader.userId()));
        }
        return where.and("seq < :before", query -> query.bind("before", before)).list(tx, "seq DESC", limit);
    }

    /** The history of one request; for clients only entries that have a client presentation. */
    List<Entry> history(
            Transaction tx, UUID stream, UUID request, EntryFilter filter, long before, int limit, boolean client) {
        return new Conditions(filter)
                .and("stream = :stream", query -> query.bind("stream", stream))
                .and("request_id = :ofRequest", query -> query.bind("ofRequest", request))
                .and("seq < :before", query -> query.bind("before", before))
                .and("(NOT :client OR client_data IS NOT NULL)", query -> query.bind("client", client))
                .list(tx, "seq DESC", limit);
    }

    /** All streams, by the time that entries carry; or one, by its numbers: they are the order in which it was written. */
    List<Entry> newest(
            Transaction tx, @Nullable UUID stream, EntryFilter filter, WholeJournal.@Nullable Mark before, int limit) {
        Conditions where = new Conditions(filter);
        if (stream == null) {
            if (before != null) {
                where.and(
                        "(at, id) < (:beforeAt, :beforeId)",
                        query -> query.bind("beforeAt", before.at()).bind("beforeId", before.id()));
            }
            return where.list(tx, "at DESC, id DESC", limit);
        }
        where.and("stream = :stream", query -> query.bind("stream", stream));
        if (before != null) {
            where.and(
                    "seq < (SELECT seq FROM journal WHERE id = :beforeId AND stream = :stream)",
                    query -> query.bind("beforeId", before.id()));
        }
        return where.list(tx, "seq DESC", limit);
    }

    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final List<UnaryOperator<Query>> bindings = new ArrayList<>();

        Conditions(EntryFilter filter) {
            if (filter.event() != null) {
                String name = filter.event().wireName();
                and("event = :event", query -> query.bind("event", name));
            }
            given("actor_id = :actor", "actor", filter.actor());
            given("subject_id = :subject", "subject", filter.subject());
            given("request_id = :request", "request", filter.request());
            given("at >= :from", "from", filter.from());
            given("at < :to", "to", filter.to());
        }

        private void given(String condition, String name, @Nullable Object value) {
            if (value != null) {
                and(condition, query -> query.bind(name, value));
            }
        }

        Conditions and(String condition, UnaryOperator<Query> binding) {
            conditions.add(condition);
            bindings.add(binding);
            return this;
        }

        List<Entry> list(Transaction tx, String order, int limit) {
            Query query = tx.handle()
                    .createQuery("SELECT * FROM journal WHERE " + String.join(" AND ", conditions) + " ORDER BY "
                            + order + " LIMIT :limit");
            for (UnaryOperator<Query> binding : bindings) {
                query = binding.apply(query);
            }
            return query.bind("limit", limit).map(JournalStore.ENTRY).list();
        }
    }
}
