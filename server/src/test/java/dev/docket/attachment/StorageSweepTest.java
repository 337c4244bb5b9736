package dev.docket.attachment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Deletion;
import dev.docket.common.Settings;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When bytes go, and which stay. */
final class StorageSweepTest {
    private final TestingClock clock = new TestingClock();
    private final TestingServer server = TestingServer.start(clock);
    private final StoredFiles stored = new StoredFiles(server);
    private final TestingProgram program = TestingProgram.create(server);
    private final JsonNode request = program.submitted(program.client());
    private final String path = program.path(request, "attachments");

    private Somebody client = program.client();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void restoresADeletedFileUntilItsBytesMayGo() {
        JsonNode file = upload("a.txt");
        String one = path + "/" + id(file);
        client.client().delete(one).expect(204);
        pass(Deletion.WINDOW.minus(Duration.ofMillis(1)));
        sweep();
        assertThat(client.client().post(one + "/restoration").expect(200).body())
                .isEqualTo(file);
        assertThat(client.client().get(one + "/content").expect(200).text()).isEqualTo("content of a.txt");
        JsonNode entry = client.client()
                .get(program.path(request, "history?limit=1"))
                .body()
                .at("/data/0");
        assertThat(entry.path("event").asText()).isEqualTo("attachment:uploaded");
        assertThat(entry.at("/data/restored").asBoolean()).isTrue();
        assertThat(program.get(client, request).path("attachmentCount").asInt()).isEqualTo(1);

        client.client().delete(one).expect(204);
        pass(Deletion.WINDOW);
        assertThat(client.client().post(one + "/restoration").expect(409).detail())
                .contains("more than 10 minutes ago");
        assertThat(stored.kept()).hasSize(1);
        pass(Duration.ofMinutes(6));
        sweep();
        assertThat(stored.kept()).isEmpty();
        client.client().get(one + "/content").expect(404);
        Somebody manager = server.people().logIn(program.manager().email(), TestingPeople.PASSWORD);
        assertThat(manager.client()
                        .get(program.path("storage"))
                        .expect(200)
                        .body()
                        .path("usedBytes")
                        .asInt())
                .isZero();
    }

    @Test
    void restoresForTheManagerOrWhoDeletedIt() {
        String one = path + "/" + id(upload("a.txt"));
        program.teamMember().client().post(one + "/restoration").expect(409);
        program.manager().client().delete(one).expect(204);
        program.teamMember().client().post(one + "/restoration").expect(404);
        assertThat(client.client().post(one + "/restoration").expect(403).detail())
                .isEqualTo("A program manager deleted this file; only a program manager can restore it.");
        program.manager().client().post(one + "/restoration").expect(200);
    }

    @Test
    void removesAThumbnailWithItsPicture() {
        JsonNode picture = client.client()
                .upload(path, "a.png", "image/png", SampleFiles.png())
                .expect(201)
                .body();
        client.client().get(path + "/" + id(picture) + "/thumbnail").expect(200);
        assertThat(stored.kept()).hasSize(2);
        client.client().delete(path + "/" + id(picture)).expect(204);
        pass(Duration.ofHours(1));
        sweep();
        assertThat(stored.kept()).isEmpty();
    }

    @Test
    void removesOrphansOlderThanADayAndNothingElse() throws IOException {
        upload("kept.txt");
        Path own = stored.kept().getFirst().toPath();
        age(own, Duration.ofDays(100));
        Path old = own.resolveSibling("0".repeat(36));
        Path young = own.resolveSibling("1".repeat(36));
        Path foreign = Files.createDirectories(files().resolve("f".repeat(16) + "/ab/cd"))
                .resolve("2".repeat(36));
        for (Path orphan : new Path[] {old, young, foreign}) {
            Files.writeString(orphan, "nobody's");
            age(orphan, Duration.ofHours(orphan.equals(young) ? 23 : 25));
        }
        sweep();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).as("of another database").exists();
        assertThat(own).exists();
    }

    @Test
    void removesTheBytesOfARequestThatIsGoneForGood() {
        upload("a.txt");
        upload("b.txt");
        client.client()
                .post(program.path(request, "comments"), Map.of("body", "x"))
                .expect(201);
        server.database().writeOnly(tx -> {
            tx.enter(program.id());
            tx.handle().execute("DELETE FROM request WHERE id = ?", id(request));
        });
        sweep();
        assertThat(stored.kept()).isEmpty();
        assertThat(server.database().<Integer>read(tx -> {
                    tx.seeEveryProgram();
                    return tx.handle()
                            .createQuery("SELECT count(*) FROM attachment")
                            .mapTo(Integer.class)
                            .one();
                }))
                .isZero();
    }

    private JsonNode upload(String name) {
        return client.client()
                .upload(path, name, "text/plain", SampleFiles.text("content of " + name))
                .expect(201)
                .body();
    }

    private void pass(Duration duration) {
        clock.pass(duration);
        client = server.people().logIn(client.email(), TestingPeople.PASSWORD);
    }

    private void sweep() {
        server.bean(StorageSweep.class).run();
    }

    private Path files() {
        return server.bean(Settings.class).dataDir().resolve("files");
    }

    private void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
    }
}
