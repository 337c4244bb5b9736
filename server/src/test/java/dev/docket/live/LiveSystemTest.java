package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
import dev.docket.journal.Audience;
import dev.docket.journal.Change;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.JournalFeed;
import dev.docket.journal.NewEntry;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Users and settings of the installation, as open admins' pages are told of them. */
final class LiveSystemTest {
    private static final TestingServer server = TestingServer.start();

    private final Somebody admin = server.people().admin();
    private final Somebody user = server.people().teamMember();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void tellsAdminsInOrder() {
        try (RawSocket socket = ready(admin)) {
            rename("First");
            rename("Second");

            socket.await("both", () -> entries(socket).size() == 2);
            assertThat(entries(socket))
                    .extracting(one -> one.data().at("/data/user/firstName").asText())
                    .containsExactly("First", "Second");
            assertThat(entries(socket).getLast().seq())
                    .isEqualTo(entries(socket).getFirst().seq() + 1);
        }
    }

    @Test
    void tellsAfterAnInterruptionWhatWasMissed() {
        ObjectNode positions;
        try (RawSocket socket = ready(admin)) {
            positions = socket.first("live:ready").path("positions").deepCopy();
        }
        rename("Missed");

        ObjectNode auth = RawSocket.token(admin.token());
        auth.set("positions", positions);
        try (RawSocket again = RawSocket.open(server.address(), auth).ready()) {
            assertThat(entries(again)).extracting(Received::event).containsExactly("user:updated");
        }
    }

    @Test
    void recoversAStockClient() {
        RawSocket socket = ready(admin);
        rename("Before");
        socket.await("it", () -> entries(socket).size() == 1);
        socket.close();
        rename("Meanwhile");

        try (RawSocket again = RawSocket.open(server.address(), socket.recovering(admin.token()))
                .ready()) {
            assertThat(entries(again)
                            .getLast()
                            .data()
                            .at("/data/user/firstName")
                            .asText())
                    .isEqualTo("Meanwhile");
        }
    }

    @Test
    void tellsAFormerAdminNothingNotEvenThat() {
        try (RawSocket socket = ready(admin)) {
            patch(admin, Map.of("role", "manager"));
            rename("Later");

            socket.awaitClosed();
            assertThat(entries(socket)).isEmpty();
        }
    }

    @Test
    void doesNotReplayToAFormerAdmin() {
        ObjectNode auth = RawSocket.token(admin.token());
        try (RawSocket socket = ready(admin)) {
            auth.set("positions", socket.first("live:ready").path("positions"));
        }
        patch(admin, Map.of("role", "manager"));
        rename("Later");

        auth.put("token", admin.token());
        try (RawSocket again = RawSocket.open(server.address(), auth).ready()) {
            server.bean(JournalFeed.class).settle().join();
            assertThat(entries(again)).isEmpty();
            assertThat(again.first("live:ready").path("positions")).isEmpty();
        }
    }

    @Test
    void goesOnForAnAdminWhoIsRenamed() {
        try (RawSocket socket = ready(admin)) {
            patch(admin, Map.of("firstName", "Renamed"));
            rename("Later");

            socket.await("both", () -> entries(socket).size() == 2);
        }
    }

    /** What the rights are read from is locked meanwhile. */
    @Test
    void readsNoRightsForAnotherName() {
        try (RawSocket socket = ready(admin)) {
            server.database().writeOnly(tx -> {
                TestingDatabase.becomeOwner(tx);
                tx.handle().execute("LOCK TABLE app_user IN ACCESS EXCLUSIVE MODE");
                server.database().writeOnly(other -> server.bean(Journal.class).append(other, renamed(admin)));

                socket.await("it", () -> entries(socket).size() == 1);
            });
        }
    }

    private static NewEntry renamed(Somebody somebody) {
        return new NewEntry(
                Journal.SYSTEM,
                EventType.USER_UPDATED,
                null,
                null,
                somebody.id(),
                somebody.id(),
                "Renamed",
                Audience.managers(),
                List.of(Change.of("firstName", "First name", "Old", "New")),
                Json.tree(Map.of("user", Map.of("id", somebody.id()))),
                null);
    }

    private void rename(String firstName) {
        patch(user, Map.of("firstName", firstName));
    }

    private static void patch(Somebody whom, Map<String, Object> changes) {
        server.people()
                .firstAdmin()
                .client()
                .patch("users/" + whom.id(), changes)
                .expect(200);
    }

    private static List<Received> entries(RawSocket socket) {
        return socket.entries(Journal.SYSTEM);
    }

    private static RawSocket ready(Somebody somebody) {
        return RawSocket.open(server.address(), RawSocket.token(somebody.token()))
                .ready();
    }
}
