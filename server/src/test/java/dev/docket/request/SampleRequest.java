package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.common.Ids;
import dev.docket.common.Json;
import dev.docket.common.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for tests of pure rules: somebody's unassigned draft without values. */
final class SampleRequest {
    private final Map<String, JsonNode> fields = new HashMap<>();
    private RequestStatus status = RequestStatus.DRAFT;
    private UUID creator = Ids.next();
    private boolean creatorIsClient;
    private @Nullable UUID assignee;
    private List<Person> participants = List.of();

    static SampleRequest draft() {
        return new SampleRequest();
    }

    static SampleRequest in(RequestStatus status) {
        SampleRequest request = new SampleRequest();
        request.status = status;
        return request;
    }

    SampleRequest by(UUID user) {
        creator = user;
        return this;
    }

    SampleRequest byClient(UUID user) {
        creatorIsClient = true;
        return by(user);
    }

    SampleRequest assignedTo(UUID user) {
        assignee = user;
        return this;
    }

    SampleRequest sharedWith(UUID user) {
        participants = List.of(new Person(user, "Pat Participant"));
        return this;
    }

    SampleRequest with(String key, String value) {
        fields.put(key, TextNode.valueOf(value));
        return this;
    }

    SampleRequest checked(String key, String... items) {
        fields.put(key, Json.tree(items));
        return this;
    }

    Request build() {
        return new Request(
                Ids.next(),
                Ids.next(),
                12,
                "Title",
                "",
                Priority.MEDIUM,
                status,
                Map.copyOf(fields),
                new Person(creator, "Casey Creator"),
                creatorIsClient,
                assignee == null ? null : new Person(assignee, "Alex Assignee"),
                participants,
                null,
                null,
                new Request.Counts(1, 2, 3, 4),
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
