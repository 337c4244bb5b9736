package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingFolder;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** From the server to {@code ./docket audit-verify}. */
final class AuditExportTest {
    private static final TestingServer server = TestingServer.start();
    private static final Somebody admin = server.people().admin();
    private static final TestingFolder folder = TestingFolder.create();

    private final TestingProgram program = TestingProgram.create(server);

    private record Run(int status, String text) {}

    @AfterAll
    static void close() {
        server.close();
        folder.close();
    }

    @Test
    void exportsTheWholeInstallationSoThatItIsProvedOffline() throws IOException {
        try (TestingServer another = TestingServer.start()) {
            TestingProgram full = TestingProgram.create(another);
            full.completed(full.client());
            exportsTheWhole(another);
        }
    }

    private static void exportsTheWhole(TestingServer another) throws IOException {
        Answer answer = another.people().admin().client().get("audit/export").expect(200);

        Run run = verify(keep("whole.ndjson", answer.text()));

        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"docket-audit-\\d{4}-\\d\\d-\\d\\d\\.ndjson\"");
        JsonNode end = Json.parse(answer.text().lines().toList().getLast());
        assertThat(run.status()).as(run.text()).isZero();
        assertThat(run.text())
                .contains("intact: " + end.path("entries").asLong() + " entries in "
                        + end.path("heads").size() + " streams");
        assertThat(end.path("entries").asLong()).isEqualTo(entriesInTheDatabase(another));
    }

    @Test
    void readsMorePagesThanOne() throws IOException {
        for (int i = 0; i < 120; i++) {
            program.submitted(program.client());
        }
        Answer answer = admin.client().get("audit/export?program=" + program.id());

        Run run = verify(keep("long.ndjson", answer.expect(200).text()));

        assertThat(run.text()).contains("intact: 243 entries in 1 streams (a part of the journal)");
    }

    @Test
    void exportsAPartByTime() throws IOException {
        JsonNode request = program.submitted(program.client());
        String at = admin.client()
                .get("audit?limit=1&request=" + request.path("key").asText())
                .body()
                .path("data")
                .path(0)
                .path("timestamp")
                .asText();
        String path = "audit/export?program=" + program.id();

        String since = admin.client().get(path + "&from=" + at).expect(200).text();
        String until = admin.client().get(path + "&to=" + at).expect(200).text();
        String never = admin.client()
                .get(path + "&from=2100-01-01T00:00:00Z")
                .expect(200)
                .text();

        assertThat(verify(keep("since.ndjson", since)).status()).isZero();
        assertThat(verify(keep("until.ndjson", until)).status()).isZero();
        assertThat(verify(keep("never.ndjson", never)).text()).contains("intact: 0 entries");
        assertThat(since).contains("request:status_changed");
        assertThat(until).contains("program:created").doesNotContain("request:status_changed");
    }

    @Test
    void namesTheEntryThatSomebodyChangedInTheDatabase() throws IOException {
        program.submitted(program.client());
        tamper("UPDATE journal SET actor_name = 'Somebody else' WHERE stream = '" + program.id() + "' AND seq = 4");

        Run run = verify(keep("changed.ndjson", export()));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.text()).contains("stream " + program.id() + ", entry 4: content:");
    }

    @Test
    void exportsEvenWhatDocketWouldNeverWrite() throws IOException {
        program.submitted(program.client());
        tamper("UPDATE journal SET event = 'nonsense' WHERE stream = '" + program.id() + "' AND seq = 5");

        assertThat(verify(keep("nonsense.ndjson", export())).text())
                .contains("stream " + program.id() + ", entry 5: content:");
    }

    @Test
    void namesTheEntryThatSomebodyTookOutOfTheDatabase() throws IOException {
        program.submitted(program.client());
        tamper("DELETE FROM journal WHERE stream = '" + program.id() + "' AND seq = 2");
        assertThat(verify(keep("gap.ndjson", export())).text())
                .contains("stream " + program.id() + ", entry 2: gap: it is missing before entry 3");

        tamper("DELETE FROM journal WHERE stream = '" + program.id() + "' AND seq <> 1");
        assertThat(verify(keep("tail.ndjson", export())).text())
                .contains("stream " + program.id() + ", entry 2: tail: entries up to the recorded head 5");
    }

    /** What no export can show by itself: a whole history written anew, with all its hashes. */
    @Test
    void findsAHistoryWrittenAnewByHeadsThatWereKept() throws IOException {
        program.submitted(program.client());
        Path heads =
                keep("heads.json", admin.client().get("audit/heads").expect(200).text());
        Path earlier = keep("earlier.ndjson", export());
        program.draft(program.client());
        assertThat(verify(keep("later.ndjson", export()), heads).status()).isZero();
        tamper("DELETE FROM journal WHERE stream = '" + program.id() + "' AND seq > 4");
        tamper("UPDATE stream SET head = 4, hash = (SELECT hash FROM journal j WHERE j.stream = stream.id AND seq = 4)"
                + " WHERE id = '" + program.id() + "'");
        Path cut = keep("cut.ndjson", export());

        assertThat(verify(cut).status()).isZero();
        assertThat(verify(cut, heads).text())
                .contains("stream " + program.id() + ", entry 5: heads: entries up to the kept head 5 are missing");
        assertThat(verify(cut, earlier).status()).isEqualTo(1);

        program.draft(program.client());
        assertThat(verify(keep("anew.ndjson", export()), heads).text())
                .contains("stream " + program.id() + ", entry 5: heads: the history up to here is not the one");
    }

    @Test
    void saysWhatItCannotUse() throws IOException {
        assertThat(run(List.of()).status()).isEqualTo(2);
        assertThat(run(List.of("nothing-here.ndjson")).text()).contains("can't be read", "nothing-here.ndjson");
        Path heads = keep("no-heads.json", "{\"heads\":7}");
        assertThat(verify(keep("fine.ndjson", export()), heads).text()).contains("holds no heads");
        assertThat(verify(keep("text.ndjson", "Hello\n")).text()).contains("line 1: form: cannot be read");
    }

    @Test
    void refusesWhatIsNoProgram() {
        admin.client()
                .get("audit/export?program=" + java.util.UUID.randomUUID())
                .expect(404);
        admin.client().get("audit/export?from=x&to=y&program=z").expect(400);
    }

    private String export() {
        return admin.client()
                .get("audit/export?program=" + program.id())
                .expect(200)
                .text();
    }

    private static Path keep(String name, String text) throws IOException {
        return Files.writeString(folder.path().resolve(name), text);
    }

    private static Run verify(Path file) {
        return run(List.of(file.toString()));
    }

    private static Run verify(Path file, Path heads) {
        return run(List.of(file.toString(), "--heads", heads.toString()));
    }

    private static Run run(List<String> arguments) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        int status = AuditVerification.run(arguments, out, out);
        return new Run(status, text.toString(StandardCharsets.UTF_8));
    }

    /** As somebody who owns the tables could. */
    private static void tamper(String statement) {
        server.database().writeOnly(tx -> {
            TestingDatabase.becomeOwner(tx);
            tx.handle().execute("ALTER TABLE journal DISABLE TRIGGER journal_append_only");
            assertThat(tx.handle().execute(statement)).isPositive();
            tx.handle().execute("ALTER TABLE journal ENABLE TRIGGER journal_append_only");
        });
    }

    private static long entriesInTheDatabase(TestingServer another) {
        return another.database().read(tx -> {
            tx.seeEveryProgram();
            return tx.handle()
                    .createQuery("SELECT count(*) FROM journal")
                    .mapTo(Long.class)
                    .one();
        });
    }
}
