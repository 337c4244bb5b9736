package dev.docket.request;

import dev.docket.identity.Actor;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Requests across the programs of one user, only those that the user sees; archived programs are left out. */
@Singleton
final class DashboardStore {
    /** What a list of the dashboard holds, and in which order. {@code s.role} is the user's in the program. */
    enum Section {
        /** What the user files or does and is not finished; what is due first comes first. */
        MINE(
                "(r.assignee_id = :viewer OR r.creator_id = :viewer) AND r.status <> 'completed'",
                "r.due_date ASC NULLS LAST, r.updated_at DESC"),
        /** What waits for a manager, longest first. */
        TO_REVIEW("s.role = 'manager' AND r.status IN ('submitted', 'in_review')", "r.updated_at ASC"),
        /** Past its day and not finished: for managers all, for others theirs. */
        OVERDUE(
                "r.due_date < s.today AND r.status IN ('submitted', 'in_review', 'approved')"
                        + " AND (s.role <> 'team_member' OR r.assignee_id = :viewer OR r.creator_id = :viewer)",
                "r.due_date ASC, r.updated_at DESC"),
        RECENTLY_CHANGED("TRUE", "r.updated_at DESC");

        private final String condition;
        private final String order;

        Section(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    private static final String PROGRAMS = "SELECT seen.*, CAST(:today AS date) AS today FROM (" + SeenRequests.PROGRAMS
            + ") seen WHERE seen.status = 'active'";

    /** Each program gives its first ones, by its own indexes; the first of these are the answer. */
    List<Request> list(Transaction tx, Actor actor, Section section, LocalDate today, int limit) {
        String order = " ORDER BY " + section.order + ", r.id LIMIT :limit";
        return tx.handle()
                .createQuery("SELECT " + RequestStore.COLUMNS + " FROM (" + PROGRAMS + """
                        ) s
                        CROSS JOIN LATERAL (
                            SELECT r.id FROM request r
                            WHERE r.program_id = s.id AND r.deleted_at IS NULL AND
                        """
                        + SeenRequests.condition(actor) + " AND " + section.condition + order
                        + ") found JOIN request r ON r.id = found.id" + order)
                .bind("admin", actor.isAdmin())
                .bind("viewer", actor.id())
                .bind("today", today)
                .bind("limit", limit)
                .map(RequestStore.REQUEST)
                .list();
    }
}
