package dev.docket.request;

import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.program.ProgramAccess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Which requests of a program a list shows, and in which order: always only those that the viewer may see. */
final class RequestFilter {
    /** {@link RequestPolicy#sees}, in SQL: what team members see, and what clients see. */
    static final String TEAM_MEMBERS = "(r.status <> 'draft' OR r.creator_id = :viewer OR r.assignee_id = :viewer)";

    /** In the program entered. The function, not the column itself: what is asked below a policy is not asked of its index. */
    static final String CLIENTS = "(r.creator_id = :viewer OR (r.status <> 'draft'"
            + " AND r.id = ANY(ARRAY(SELECT requests_shared_with(:viewer)))))";

    /** The same for who sees every program, and has no such policy. */
    static final String CLIENTS_EVERYWHERE = "(r.creator_id = :viewer OR (r.status <> 'draft'"
            + " AND r.participant_ids <> '{}' AND r.participant_ids @> ARRAY[CAST(:viewer AS uuid)]))";

    /** What a list can be sorted by. Ties go by id, so that pages neither overlap nor skip. */
    private static final Map<String, String> SORTS = new TreeMap<>(Map.of(
            "updatedAt", "r.updated_at",
            "createdAt", "r.created_at",
            "number", "r.number",
            "title", "lower(r.title)",
            "priority", "array_position(ARRAY['low', 'medium', 'high', 'urgent'], r.priority)",
            "status",
                    "array_position(ARRAY['draft', 'submitted', 'in_review', 'approved', 'rejected', 'completed'], r.status)",
            "dueDate", "r.due_date"));

    private static final String ASSIGNED_TO_NOBODY_WHO_WORKS_ON_IT = """
            r.assignee_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM membership m JOIN app_user u ON u.id = m.user_id
                WHERE m.program_id = r.program_id AND m.user_id = r.assignee_id AND u.active)
            """;

    private final ProgramAccess access;
    private final List<String> conditions = new ArrayList<>();
    private final List<Function<Query, Query>> bindings = new ArrayList<>();
    private final String order;

    /** The query parameters as they came. {@code status} and {@code priority} are lists with commas. */
    record Parameters(
            @Nullable String status,
            @Nullable String assignee,
            @Nullable String priority,
            @Nullable String q,
            @Nullable String sort) {}

    private RequestFilter(ProgramAccess access, String order) {
        this.access = access;
        this.order = order;
        where(
                "r.program_id = :program AND r.deleted_at IS NULL",
                query -> query.bind("program", access.program().id()));
        seenBy(access);
    }

    /** @throws Problem 400 that names each wrong parameter */
    static RequestFilter of(ProgramAccess access, Parameters parameters) {
        Violations violations = new Violations();
        RequestFilter filter = new RequestFilter(access, order(violations, parameters.sort()));
        filter.oneOf(violations, "status", parameters.status(), names(RequestStatus.values(), RequestStatus::wireName));
        filter.oneOf(violations, "priority", parameters.priority(), names(Priority.values(), Priority::wireName));
        filter.assignedTo(violations, parameters.assignee());
        filter.containing(violations, parameters.q());
        violations.orThrow();
        return filter;
    }

    String condition() {
        return String.join(" AND ", conditions);
    }

    String order() {
        return order;
    }

    Query bind(Query query) {
        Query bound = query;
        for (Function<Query, Query> binding : bindings) {
            bound = binding.apply(bound);
        }
        return bound;
    }

    private void seenBy(ProgramAccess viewed) {
        Function<Query, Query> user =
                query -> query.bind("viewer", viewed.viewer().userId());
        switch (viewed.viewer().role()) {
            case MANAGER -> {}
            case TEAM_MEMBER -> where(TEAM_MEMBERS, user);
            case CLIENT -> where(CLIENTS, user);
        }
    }

    private void oneOf(Violations violations, String column, @Nullable String list, List<String> known) {
        if (list == null || list.isBlank()) {
            return;
        }
        List<String> wanted = Arrays.stream(list.split(",")).map(String::strip).toList();
        for (String name : wanted) {
            violations.addUnless(known.contains(name), column, quoted(name) + " (expected: one of " + known + ")");
        }
        where("r." + column + " = ANY(:" + column + ")", query -> query.bindArray(column, String.class, wanted));
    }

    private void assignedTo(Violations violations, @Nullable String assignee) {
        if (assignee == null || assignee.isBlank()) {
            return;
        }
        if (assignee.equals("none")) {
            where("r.assignee_id IS NULL", query -> query);
            return;
        }
        if (assignee.equals("inactive")) {
            where(ASSIGNED_TO_NOBODY_WHO_WORKS_ON_IT, query -> query);
            return;
        }
        try {
            UUID id = UUID.fromString(assignee);
            where("r.assignee_id = :assignee", query -> query.bind("assignee", id));
        } catch (IllegalArgumentException _) {
            violations.add("assignee", quoted(assignee) + " (expected: the id of a user, none or inactive)");
        }
    }

    private void containing(Violations violations, @Nullable String text) {
        List<String> patterns = Words.of(violations, "q", text).patterns();
        for (int i = 0; i < patterns.size(); i++) {
            String name = "q" + i;
            String pattern = patterns.get(i);
            where(
                    "(r.title ILIKE :%1$s OR r.description ILIKE :%1$s OR :key || '-' || r.number ILIKE :%1$s)"
                            .formatted(name),
                    query -> query.bind(name, pattern)
                            .bind("key", access.program().key()));
        }
    }

    private void where(String condition, Function<Query, Query> binding) {
        conditions.add(condition);
        bindings.add(binding);
    }

    private static String order(Violations violations, @Nullable String sort) {
        String wanted = sort == null || sort.isBlank() ? "-updatedAt" : sort;
        boolean descending = wanted.startsWith("-");
        String expression = SORTS.get(descending ? wanted.substring(1) : wanted);
        violations.addUnless(
                expression != null,
                "sort",
                quoted(wanted) + " (expected: one of " + SORTS.keySet() + ", with - for descending)");
        String direction = descending ? " DESC" : " ASC";
        return expression + direction + " NULLS LAST, r.id" + direction;
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }

    private static String quoted(String text) {
        return String.format(Locale.ROOT, "\"%.60s\"", text);
    }
}
