package dev.docket.attachment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class AttachmentApiTest {
    private static final TestingServer server = TestingServer.start();
    private static final StoredFiles stored = new StoredFiles(server);
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Somebody manager = program.manager();
    private static final Somebody teamMember = program.teamMember();
    private static final Somebody client = program.client();

    private final JsonNode request = program.submitted(client);
    private final String path = program.path(request, "attachments");

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void takesAFileAndGivesItBackAsADownload() {
        byte[] png = SampleFiles.png();
        JsonNode uploaded = upload(client, "Größe.png", png).expect(201).body();

        assertThat(uploaded.path("name").asText()).isEqualTo("Größe.png");
        assertThat(uploaded.path("type").asText()).isEqualTo("image/png");
        assertThat(uploaded.path("size").asInt()).isEqualTo(png.length);
        assertThat(uploaded.path("internal").asBoolean()).isFalse();
        assertThat(uploaded.path("uploadedBy").path("name").asText()).isEqualTo(client.name());
        assertThat(uploaded.path("can").path("delete").asBoolean()).isTrue();
        assertThat(attachments(client)).containsExactly(uploaded);

        Answer download = download(teamMember, uploaded).expect(200);
        assertThat(download.bytes()).isEqualTo(png);
        assertThat(download.header("Content-Length")).isEqualTo(String.valueOf(png.length));
        assertThat(download.header("Content-Type")).isEqualTo("image/png");
        assertThat(download.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Gr__e.png\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.png");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(download.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void givesADownloadTheExtensionOfItsTrueType() {
        JsonNode uploaded = upload(client, "evil.html", SampleFiles.text("only text"))
                .expect(201)
                .body();

        assertThat(uploaded.path("name").asText()).isEqualTo("evil.html");
        assertThat(download(client, uploaded).header("Content-Disposition")).contains("filename=\"evil.html.txt\"");
    }

    @Test
    void trap11RefusesPagesAndProgramsWhateverTheyAreCalled() {
        byte[] svg = SampleFiles.text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
        byte[] html = SampleFiles.text("<html><script>alert(1)</script></html>");
        for (byte[] content : List.of(svg, html, SampleFiles.joined(SampleFiles.text("MZ"), new byte[100]))) {
            Answer answer = upload(client, "picture.png", content).expect(415);
            assertThat(answer.problem()).isEqualTo("unsupported-type");
            assertThat(answer.detail()).contains("expected: PNG");
        }
        assertThat(attachments(client)).isEmpty();
        assertThat(stored.incoming()).isEmpty();
    }

    /** A file that is two things at once is a download of the type that we name; its claims and names decide nothing. */
    @Test
    void trap11ServesPolyglotsAndLyingNamesAsHarmlessDownloads() {
        byte[] polyglot = SampleFiles.joined(SampleFiles.gif(), SampleFiles.text("<script>alert(1)</script>"));
        Map<String, String> names = Map.of(
                "picture.svg", "picture.svg.gif",
                "page.html", "page.html.gif",
                "invoice.pdf.exe", "invoice.pdf.exe.gif",
                "invoice\u202Efig.exe", "invoicefig.exe.gif",
                "eicar.com", "eicar.com.gif",
                "moving.gif.html", "moving.gif.html.gif");
        names.forEach((given, saved) -> {
            JsonNode uploaded = client.client()
                    .upload(path, given, "text/html", polyglot)
                    .expect(201)
                    .body();
            Answer answer = download(client, uploaded).expect(200);
            assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
            assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"" + saved + "\"");
            assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        });
    }

    @Test
    void readsOneAndListsByCursorAlsoBehindADeletedOne() {
        for (int i = 1; i <= 4; i++) {
            upload(client, i + ".txt", SampleFiles.text("x")).expect(201);
        }
        JsonNode first = client.client().get(path + "?limit=2").expect(200).body();
        assertThat(first.path("data").findValuesAsText("name"))
                .contains("1.txt", "2.txt")
                .doesNotContain("3.txt");
        JsonNode second = first.path("data").path(1);
        assertThat(client.client().get(path + "/" + id(second)).expect(200).body())
                .isEqualTo(second);
        assertThat(first.path("next")).isEqualTo(second.path("id"));
        delete(client, second).expect(204);
        client.client().get(path + "/" + id(second)).expect(404);

        JsonNode rest =
                client.client().get(path + "?after=" + id(second)).expect(200).body();
        assertThat(rest.path("data").size()).isEqualTo(2);
        assertThat(rest.path("data").path(0).path("name").asText()).isEqualTo("3.txt");
        assertThat(rest.path("next").isNull()).isTrue();
        client.client().get(path + "?after=" + UUID.randomUUID()).expect(400);
        client.client().get(path + "?limit=101").expect(400);
    }

    @Test
    void keepsNothingButTheLastPartOfAName() {
        JsonNode uploaded = upload(client, "../../etc/cron.d/a\u202Efdp.txt", SampleFiles.text("x"))
                .expect(201)
                .body();

        assertThat(uploaded.path("name").asText()).isEqualTo("afdp.txt");
    }

    @Test
    void tellsNobodyWhereTheBytesAre() {
        JsonNode uploaded =
                upload(client, "a.txt", SampleFiles.text("x")).expect(201).body();

        assertThat(uploaded.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "requestId",
                        "name",
                        "size",
                        "type",
                        "thumbnail",
                        "internal",
                        "uploadedBy",
                        "createdAt",
                        "can");
        JsonNode event = history(manager).path(0).path("data").path("attachment");
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id", "requestId", "name", "size", "type", "thumbnail", "internal", "uploadedBy", "createdAt");
    }

    @Test
    void countsThemOnTheRequestWithoutRaisingItsVersion() {
        upload(client, "a.txt", SampleFiles.text("x")).expect(201);
        uploadInternally(manager, "b.txt").expect(201);

        assertThat(program.get(manager, request).path("attachmentCount").asInt())
                .isEqualTo(2);
        assertThat(program.get(client, request).path("attachmentCount").asInt()).isEqualTo(1);
        assertThat(program.get(manager, request).path("version")).isEqualTo(request.path("version"));

        attachments(manager).forEach(attachment -> delete(manager, attachment).expect(204));
        assertThat(program.get(manager, request).path("attachmentCount").asInt())
                .isZero();
    }

    @Test
    void deletesOnesOwnAndAsAManagerAny() {
        JsonNode own =
                upload(client, "a.txt", SampleFiles.text("x")).expect(201).body();
        JsonNode others =
                upload(teamMember, "b.txt", SampleFiles.text("y")).expect(201).body();
        assertThat(delete(client, others).expect(403).detail())
                .isEqualTo("Only who uploaded it or a program manager can delete a file.");
        delete(client, own).expect(204);
        delete(client, own).expect(404);
        delete(manager, others).expect(204);
        download(manager, others).expect(404);
        assertThat(history(client).path(0).path("event").asText()).isEqualTo("attachment:deleted");
        assertThat(history(client).path(0).path("data").path("attachmentId")).isEqualTo(others.path("id"));
    }

    @Test
    void trap3NoPathShowsAClientAnInternalFile() {
        JsonNode hidden =
                uploadInternally(teamMember, "calculation.txt").expect(201).body();

        assertThat(attachments(teamMember)).hasSize(1);
        assertThat(attachments(client)).isEmpty();
        assertThat(download(client, hidden).expect(404).detail()).isEqualTo("There is no such attachment.");
        delete(client, hidden).expect(404);
        for (String below : List.of("", "/thumbnail")) {
            client.client().get(path + "/" + id(hidden) + below).expect(404);
        }
        client.client().get(path + "?after=" + id(hidden)).expect(400);
        assertThat(client.client()
                        .with("Range", "bytes=0-1")
                        .get(path + "/" + id(hidden) + "/content")
                        .status())
                .isEqualTo(404);
        assertThat(client.client()
                        .send("HEAD", path + "/" + id(hidden) + "/content", null)
                        .status())
                .isEqualTo(404);
        assertThat(program.get(client, request).path("attachmentCount").asInt()).isZero();
        download(manager, hidden).expect(200);
        delete(teamMember, hidden).expect(204);
        assertThat(client.client().get(program.path(request, "history")).text()).doesNotContain("attachment:");
        for (String list : List.of(program.path(request, "history"), program.path("activity"))) {
            assertThat(client.client().get(list).expect(200).text())
                    .doesNotContain("calculation")
                    .doesNotContain(id(hidden).toString());
            assertThat(manager.client().get(list).expect(200).text())
                    .contains("calculation", "attachment:uploaded", "attachment:deleted");
        }
    }

    @Test
    void refusesAnInternalUploadByAClientWithTheRuleBeforeReadingIt() {
        Answer answer = client.client()
                .upload(path + "?internal=true", "a.txt", "text/plain", new byte[30_000_000])
                .expect(403);

        assertThat(answer.detail()).isEqualTo("Only staff of the program can attach internal files.");
        assertThat(stored.incoming()).isEmpty();
    }

    @Test
    void trap2AnAttachmentIsFoundOnlyUnderItsOwnProgramAndRequest() {
        JsonNode file =
                upload(client, "a.txt", SampleFiles.text("x")).expect(201).body();
        TestingProgram other = TestingProgram.create(server);
        JsonNode otherRequest = other.submitted(other.manager());
        JsonNode sibling = program.submitted(client);
        Somebody otherManager = other.manager();
        for (String foreign : List.of(
                other.path(otherRequest, "attachments/" + id(file)), other.path(request, "attachments/" + id(file)))) {
            otherManager.client().get(foreign).expect(404);
            otherManager.client().get(foreign + "/content").expect(404);
            otherManager.client().get(foreign + "/thumbnail").expect(404);
            otherManager.client().post(foreign + "/restoration").expect(404);
            otherManager.client().delete(foreign).expect(404);
        }
        manager.client()
                .get(program.path(sibling, "attachments/" + id(file) + "/content"))
                .expect(404);
        manager.client()
                .delete(program.path(sibling, "attachments/" + id(file)))
                .expect(404);
        manager.client().get(path + "/" + UUID.randomUUID() + "/content").expect(404);
        manager.client().get(path + "/no-id/content").expect(404);
        download(client, file).expect(200);
    }

    @Test
    void doesNotExistForWhoMayNotSeeTheRequest() {
        JsonNode file =
                upload(client, "a.txt", SampleFiles.text("x")).expect(201).body();
        for (Somebody outsider : List.of(server.people().manager(), program.anotherClient())) {
            outsider.client().get(path).expect(404);
            upload(outsider, "b.txt", SampleFiles.text("y")).expect(404);
            download(outsider, file).expect(404);
            delete(outsider, file).expect(404);
        }
        server.anonymous().get(path).expect(401);
        server.anonymous().upload(path, "a.txt", "text/plain", new byte[1]).expect(401);
        server.anonymous().get(path + "/" + id(file) + "/content").expect(401);
    }

    @Test
    void refusesWhatIsNoUpload() {
        assertThat(upload(client, "empty.txt", new byte[0]).expect(400).detail())
                .isEqualTo("file: 0 bytes (expected: 1..26214400)");
        client.client().post(path, Map.of("file", "x")).expect(415);
        client.client()
                .send("POST", path, BodyPublishers.noBody(), "multipart/form-data; boundary=x")
                .expect(400);
        client.client()
                .send("POST", path, BodyPublishers.ofString("x"), "multipart/form-data")
                .expect(400);
        client.client()
                .send("POST", path, BodyPublishers.ofString("--x\r\n"), "multipart/form-data; boundary=x")
                .expect(400);
        client.client()
                .upload(path + "?internal=perhaps", "a.txt", "text/plain", new byte[1])
                .expect(400);
        assertThat(attachments(client)).isEmpty();
        assertThat(stored.incoming()).isEmpty();
    }

    @Test
    void canOnlyBeReadInAnArchivedProgram() {
        TestingProgram archived = TestingProgram.create(server);
        String files = archived.path(archived.submitted(archived.client()), "attachments");
        Somebody reader = archived.client();
        JsonNode file = reader.client()
                .upload(files, "a.txt", "text/plain", SampleFiles.text("x"))
                .expect(201)
                .body();
        archived.archive();
        int before = stored.kept().size();

        assertThat(reader.client()
                        .upload(files, "b.txt", "text/plain", SampleFiles.text("y"))
                        .expect(403)
                        .detail())
                .contains("archived");
        archived.manager().client().delete(files + "/" + id(file)).expect(403);
        reader.client().get(files + "/" + id(file) + "/content").expect(200);
        assertThat(stored.kept()).hasSize(before);
    }

    private Answer upload(Somebody actor, String name, byte[] content) {
        return actor.client().upload(path, name, "application/octet-stream", content);
    }

    private Answer uploadInternally(Somebody actor, String name) {
        return actor.client().upload(path + "?internal=true", name, "text/plain", SampleFiles.text("internal"));
    }

    private Answer download(Somebody actor, JsonNode attachment) {
        return actor.client().get(path + "/" + id(attachment) + "/content");
    }

    private Answer delete(Somebody actor, JsonNode attachment) {
        return actor.client().delete(path + "/" + id(attachment));
    }

    private JsonNode history(Somebody viewer) {
        return viewer.client()
                .get(program.path(request, "history"))
                .expect(200)
                .body()
                .path("data");
    }

    private List<JsonNode> attachments(Somebody viewer) {
        JsonNode data = viewer.client().get(path).expect(200).body().path("data");
        return IntStream.range(0, data.size()).mapToObj(data::get).toList();
    }
}
