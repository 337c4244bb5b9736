package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.journal.JournalFeed;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Sharing, deleting and restoring, as browsers live through it: what one had before, and the events that came, make what
 * one fetches afterwards.
 */
final class LiveSharingTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody owner = program.client();
    private final Somebody participant = program.anotherClient();

    @AfterAll
    static void close() {
        server.close();
    }

    /** Trap 3: sockets that never gain a right, or keep it. */
    @Test
    void trap3FollowsSharingOnOpenSockets() {
        JsonNode request = program.submitted(owner);
        try (Browser of = open(participant);
                Browser ofOwner = open(owner);
                Browser ofStaff = open(program.teamMember())) {
            program.share(request, participant);
            settled(of, ofOwner, ofStaff);
            assertThat(of.requests()).hasSize(1);

            comment(program.teamMember(), request, true);
            comment(owner, request, false);
            program.step(program.manager(), request, "review");
            settled(of, ofOwner, ofStaff);
            assertThat(of.events())
                    .doesNotContain("\"internal\":true")
                    .contains("comment:added", "request:status_changed");

            stopSharing(request);
            settled(of, ofOwner, ofStaff);
            assertThat(of.requests()).isEmpty();

            comment(owner, request, false);
            program.step(program.manager(), request, "approval");
            long before = of.count();
            settled(of, ofOwner, ofStaff);
            assertThat(of.count()).as("entries after the end").isEqualTo(before);
        }
    }

    @Test
    void hidesDraftsAndForgetsWhatIsWithdrawn() {
        JsonNode draft = program.draft(owner);
        try (Browser of = open(participant)) {
            program.share(draft, participant);
            settled(of);
            assertThat(of.count()).isZero();

            program.step(owner, draft, "submission");
            settled(of);
            assertThat(of.requests()).hasSize(1);

            owner.client().delete(program.path(draft, "submission")).expect(200);
            settled(of);
            assertThat(of.requests()).isEmpty();
        }
    }

    @Test
    void forgetsSharedRequestsBeforeTheMembershipEnds() {
        JsonNode request = program.submitted(owner);
        program.share(request, participant);
        try (Browser of = open(participant);
                Browser ofOwner = open(owner)) {
            program.manager()
                    .client()
                    .delete(program.path("members/" + participant.id()))
                    .expect(204);

            of.socket.await("the end", () -> of.socket.has("member:removed"));
            of.apply();
            assertThat(of.requests()).isEmpty();
            settled(ofOwner);
        }
    }

    @Test
    void showsARestoredDraftToWhomItWasTakenFrom() {
        JsonNode draft = program.draft(owner);
        try (Browser ofOwner = open(owner);
                Browser ofManager = open(program.manager());
                Browser ofStaff = open(program.teamMember())) {
            owner.client().delete(program.path(draft, "")).expect(204);
            settled(ofOwner, ofManager, ofStaff);
            assertThat(ofOwner.requests()).isEmpty();

            program.manager().client().post(program.path(draft, "restoration")).expect(200);
            settled(ofOwner, ofManager, ofStaff);
            assertThat(ofOwner.requests()).hasSize(1);
            assertThat(ofStaff.requests()).isEmpty();
        }
    }

    @Test
    void catchesUpAfterSharingEndedMeanwhile() {
        JsonNode request = program.submitted(owner);
        Browser before = open(participant);
        program.share(request, participant);
        settled(before);
        before.socket.kill();
        comment(owner, request, false);
        stopSharing(request);

        ObjectNode auth = before.socket.recovering(participant.token());
        RawSocket again = RawSocket.open(server.address(), auth).ready();
        try (Browser after = new Browser(participant, again, before.state)) {
            settled(after);
            assertThat(after.requests()).isEmpty();
        }
    }

    private static void settled(Browser... browsers) {
        for (Browser browser : browsers) {
            browser.settle();
        }
    }

    private void stopSharing(JsonNode request) {
        owner.client()
                .delete(program.path(request, "participants/" + participant.id()))
                .expect(204);
    }

    private void comment(Somebody author, JsonNode request, boolean internal) {
        author.client()
                .post(program.path(request, "comments"), Map.of("body", "Hello", "internal", internal))
                .expect(201);
    }

    private Browser open(Somebody viewer) {
        RawSocket socket = RawSocket.open(server.address(), RawSocket.token(viewer.token()))
                .ready();
        return new Browser(viewer, socket, null);
    }

    /** A page that loaded the list once and then only applies events, as {@code web/src/live} does. */
    private final class Browser implements AutoCloseable {
        private final Somebody viewer;
        private final RawSocket socket;
        private final Map<String, JsonNode> state = new TreeMap<>();
        private int applied;

        Browser(Somebody viewer, RawSocket socket, @Nullable Map<String, JsonNode> known) {
            this.viewer = viewer;
            this.socket = socket;
            state.putAll(known == null ? fetched() : known);
        }

        /** Applies what has come, and compares with what is fetched. */
        void settle() {
            apply();
            assertThat(state).as("%s", viewer.name()).isEqualTo(fetched());
        }

        void apply() {
            flush();
            List<Received> entries = socket.entries(program.id());
            entries.subList(applied, entries.size()).forEach(this::apply);
            applied = entries.size();
        }

        private void apply(Received entry) {
            JsonNode request = entry.data().path("data").path("request");
            String id = entry.data().path("requestId").asText();
            switch (entry.event()) {
                case "request:deleted" -> state.remove(id);
                case "request:created", "request:updated", "request:status_changed", "request:assigned" ->
                    state.put(id, known(request));
                default -> {
                    // Comments are no part of this state.
                }
            }
        }

        private Map<String, JsonNode> fetched() {
            Map<String, JsonNode> requests = new TreeMap<>();
            viewer.client()
                    .get(program.path("requests?limit=100"))
                    .expect(200)
                    .body()
                    .path("data")
                    .forEach(request -> requests.put(request.path("id").asText(), known(request)));
            return requests;
        }

        /** Counts follow comments, which carry no request. */
        private JsonNode known(JsonNode request) {
            ObjectNode copy = request.deepCopy();
            return copy.without(Set.of("commentCount", "attachmentCount"));
        }

        /** What was committed is released; what was emitted before the answer has arrived before it. */
        private void flush() {
            server.bean(JournalFeed.class).settle().join();
            assertThat(socket.ask("auth:refresh", Map.of("token", viewer.token()))
                            .path("ok")
                            .asBoolean())
                    .isTrue();
        }

        Set<String> requests() {
            return state.keySet();
        }

        String events() {
            return socket.entries(program.id()).toString();
        }

        long count() {
            return socket.entries(program.id()).size();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
