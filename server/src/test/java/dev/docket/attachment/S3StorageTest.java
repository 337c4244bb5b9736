package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Settings;
import dev.docket.common.StartFailure;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class S3StorageTest {
    private static final TestingS3 s3 = TestingS3.start();
    private static final String MINE = "0123456789abcdef/";

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        s3.close();
    }

    @Test
    void takesAFileOverAndGivesItBackByItsKeyWholeAndInPart() throws IOException {
        byte[] content = new byte[8 * 1024 * 1024];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("incoming"), content);
        try (FileStorage storage = connect(Map.of())) {
            storage.put(key("ab"), file);
            assertThat(file).doesNotExist();
            try (InputStream bytes = storage.open(key("ab"), 0, content.length)) {
                assertThat(bytes).hasBinaryContent(content);
            }
            try (InputStream bytes = storage.open(key("ab"), 5_000_000, 1)) {
                assertThat(bytes).hasBinaryContent(new byte[] {content[5_000_000]});
            }
            try (InputStream bytes = storage.open(key("ab"), 0, content.length)) {
                assertThat(bytes.read()).isEqualTo(content[0] & 0xFF); // and is closed unread
            }
            storage.delete(key("ab"));
            storage.delete(key("ab"));
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> storage.open(key("ab"), 0, 1));
        }
    }

    @Test
    void listsOneInstallationInTheOrderOfKeysAndByParts() throws IOException {
        List<String> keys = List.of(key("00"), key("01"), key("fe"));
        try (FileStorage storage = connect(Map.of())) {
            for (String key : keys) {
                storage.put(key, Files.writeString(folder.resolve("incoming"), "x"));
            }
            storage.put("f".repeat(16) + "/" + "a".repeat(40), Files.writeString(folder.resolve("incoming"), "x"));

            assertThat(storage.list(MINE, null, 10))
                    .extracting(FileStorage.Kept::key)
                    .isEqualTo(keys);
            assertThat(storage.list(MINE, keys.getFirst(), 1))
                    .extracting(FileStorage.Kept::key)
                    .isEqualTo(keys.subList(1, 2));
        }
    }

    @Test
    void carriesTheWholeApplication() {
        try (TestingServer server = TestingServer.start(s3.settings())) {
            TestingProgram program = TestingProgram.create(server);
            Somebody client = program.client();
            String path = program.path(program.submitted(client), "attachments");
            JsonNode picture = client.client()
                    .upload(path, "a.png", "image/png", SampleFiles.picture("png", 800, 400))
                    .expect(201)
                    .body();
            String one = path + "/" + picture.path("id").asText();

            assertThat(client.client().get(one + "/content").expect(200).bytes())
                    .isEqualTo(SampleFiles.picture("png", 800, 400));
            assertThat(client.client()
                            .with("Range", "bytes=1-3")
                            .get(one + "/content")
                            .expect(206)
                            .text())
                    .isEqualTo("PNG");
            client.client().get(one + "/thumbnail").expect(200);
            client.client().get(one + "/thumbnail").expect(200);
            assertThat(new StoredFiles(server).kept()).isEmpty();
            assertThat(new StoredFiles(server).incoming()).isEmpty();
            server.bean(StorageSweep.class).run();
            client.client().get(one + "/content").expect(200);
        }
    }

    @Test
    void doesNotStartWithoutItsBucketAndSaysWhich() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> connect(Map.of("DOCKET_S3_BUCKET", "another")))
                .withMessageStartingWith("the bucket another at " + s3.address() + " can't be reached (DOCKET_S3_…)");
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> connect(Map.of("DOCKET_S3_ENDPOINT", "http://localhost:1")))
                .withMessageContaining("http://localhost:1")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("very secret"));
    }

    private static FileStorage connect(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(s3.settings());
        settings.putAll(changes);
        return S3Storage.connect(
                Objects.requireNonNull(Settings.from(settings).files().s3()));
    }

    private static String key(String beginning) {
        return MINE + beginning + "0".repeat(40 - beginning.length());
    }
}
