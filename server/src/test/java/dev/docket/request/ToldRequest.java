package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.journal.Change;
import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.request.LifeCycleWalkTest.Who;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that the journal says about one request, entry by entry, checked against the rules. */
final class ToldRequest {
    final Map<String, JsonNode> values = new HashMap<>();
    RequestStatus status = RequestStatus.DRAFT;
    long version;
    boolean deleted;
    int comments;

    /** Checks a change against what was before it, and takes it over. */
    void apply(Entry entry, boolean requireApproval, Map<Who, Somebody> people) {
        assertThat(deleted).as("deleted before %s", entry.event()).isEqualTo(isRestoration(entry));
        if (entry.event() == EventType.COMMENT_ADDED) {
            assertThat(entry.version()).isEqualTo(version);
            comments++;
            return;
        }
        assertThat(entry.version()).isEqualTo(version + 1);
        version++;
        if (entry.event() == EventType.REQUEST_STATUS_CHANGED) {
            JsonNode data = Json.parse(entry.data());
            assertThat(data.path("from").asText()).isEqualTo(status.wireName());
            RequestStatus to = RequestStatus.ofName(data.path("to").asText());
            assertThat(steps(status, requireApproval)).as("from %s", status).contains(to);
            assertThat(whoMay(to, people)).as("who %s", to).contains(entry.actorId());
            status = to;
        }
        if (entry.event() == EventType.REQUEST_UPDATED) {
            boolean edited = !entry.changeList().getFirst().field().equals("participants");
            if (edited) {
                assertThat(whoEdits(people)).as("who edits while %s", status).contains(entry.actorId());
            }
        }
        if (entry.event() == EventType.REQUEST_ASSIGNED) {
            assertThat(whoAssigns(entry, people)).contains(entry.actorId());
        }
        if (entry.event() == EventType.REQUEST_DELETED) {
            assertThat(status).isEqualTo(RequestStatus.DRAFT);
            assertThat(whoMay(RequestStatus.DRAFT, people)).contains(entry.actorId());
        }
        if (isRestoration(entry)) {
            assertThat(managers(people)).contains(entry.actorId());
        }
        for (Change change : entry.changeList()) {
            JsonNode known = values.get(change.field());
            assertThat(known == null || known.equals(change.before()))
                    .as("%s before entry %s: %s, says %s", change.field(), entry.seq(), known, change.before())
                    .isTrue();
            values.put(change.field(), change.after());
        }
        deleted = values.getOrDefault("deleted", Json.tree(false)).asBoolean();
    }

    private static boolean isRestoration(Entry entry) {
        return entry.changeList().stream()
                .anyMatch(change ->
                        change.field().equals("deleted") && !change.after().asBoolean());
    }

    /** Section 3 of the rules, written a second time. */
    private static Set<RequestStatus> steps(RequestStatus from, boolean requireApproval) {
        Set<RequestStatus> to = new HashSet<>(
                switch (from) {
                    case DRAFT, REJECTED -> Set.of(RequestStatus.SUBMITTED);
                    case SUBMITTED -> Set.of(RequestStatus.DRAFT, RequestStatus.IN_REVIEW, RequestStatus.REJECTED);
                    case IN_REVIEW -> Set.of(RequestStatus.APPROVED, RequestStatus.REJECTED);
                    case APPROVED -> Set.of(RequestStatus.COMPLETED);
                    case COMPLETED -> Set.<RequestStatus>of();
                });
        if (!requireApproval && (from == RequestStatus.SUBMITTED || from == RequestStatus.IN_REVIEW)) {
            to.add(RequestStatus.COMPLETED);
        }
        return to;
    }

    /** The requests are the owner's. */
    private Set<UUID> whoMay(RequestStatus to, Map<Who, Somebody> people) {
        return switch (to) {
            case SUBMITTED, DRAFT ->
                managersAnd(
                        people, LifeCycleWalkTest.somebody(people, Who.OWNER).id());
            case IN_REVIEW, APPROVED, REJECTED -> managers(people);
            case COMPLETED -> managersAnd(people, assignee());
        };
    }

    private Set<UUID> whoEdits(Map<Who, Somebody> people) {
        return switch (status) {
            case DRAFT, REJECTED ->
                managersAnd(
                        people, LifeCycleWalkTest.somebody(people, Who.OWNER).id());
            case SUBMITTED, IN_REVIEW -> managersAnd(people, assignee());
            case APPROVED, COMPLETED -> Set.of();
        };
    }

    /** Team members take what nobody has. */
    private Set<UUID> whoAssigns(Entry entry, Map<Who, Somebody> people) {
        assertThat(status).isNotEqualTo(RequestStatus.COMPLETED);
        JsonNode to = Json.parse(entry.data()).path("assignedTo");
        boolean isFree = assignee() == null;
        return managersAnd(people, isFree && to.hasNonNull("id") ? TestingProgram.id(to) : null);
    }

    private @Nullable UUID assignee() {
        JsonNode assignee = values.get("assignee");
        return assignee != null && assignee.hasNonNull("id") ? TestingProgram.id(assignee) : null;
    }

    private static Set<UUID> managers(Map<Who, Somebody> people) {
        return managersAnd(people, null);
    }

    private static Set<UUID> managersAnd(Map<Who, Somebody> people, @Nullable UUID another) {
        Set<UUID> who = new HashSet<>(Set.of(
                LifeCycleWalkTest.somebody(people, Who.ADMIN).id(),
                LifeCycleWalkTest.somebody(people, Who.MANAGER).id()));
        if (another != null) {
            who.add(another);
        }
        return who;
    }
}
