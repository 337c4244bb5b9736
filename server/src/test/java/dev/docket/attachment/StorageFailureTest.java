package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A storage that fails in the middle: a full disk, a store that went away. */
final class StorageFailureTest {
    private static final TestingStorage storage = new TestingStorage();
    private static final TestingServer server = TestingServer.start(storage);
    private static final StoredFiles onDisk = new StoredFiles(server);
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Somebody client = program.client();

    private final String path = program.path(program.submitted(client), "attachments");

    /** Keeps what it gets, says when it is full, and may be full in the middle of a file. */
    private static final class TestingStorage implements FileStorage {
        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
        private volatile boolean full;

        @Override
        public void put(String key, Path file) throws IOException {
            byte[] content = Files.readAllBytes(file);
            if (full) {
                kept.put(key, Arrays.copyOf(content, content.length / 2));
                throw new IOException("No space left on device");
            }
            kept.put(key, content);
            Files.delete(file);
        }

        @Override
        public InputStream open(String key, long from, long length) throws IOException {
            byte[] content = kept.get(key);
            if (content == null) {
                throw new NoSuchFileException(key);
            }
            return new ByteArrayInputStream(content, (int) from, (int) Math.min(length, content.length - from));
        }

        @Override
        public void delete(String key) {
            kept.remove(key);
        }

        @Override
        public List<Kept> list(String prefix, @Nullable String after, int limit) {
            return List.of();
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void saysThatThereIsNoRoomAndLeavesNothingHalfStored() {
        storage.full = true;
        Answer answer = upload().expect(507);
        assertThat(answer.problem()).isEqualTo("storage-full");
        assertThat(answer.text()).doesNotContain("device");
        assertThat(storage.kept).isEmpty();
        assertThat(onDisk.incoming()).isEmpty();
        assertThat(client.client().get(path).expect(200).body().path("data")).isEmpty();

        storage.full = false;
        upload().expect(201);
        assertThat(storage.kept).hasSize(1);
    }

    @Test
    void answersNotFoundWhenTheStorageHasLostTheBytes() {
        storage.full = false;
        String one = path + "/" + upload().expect(201).body().path("id").asText();
        storage.kept.clear();
        client.client().get(one + "/content").expect(404);
        client.client().get(one).expect(200);
    }

    private Answer upload() {
        return client.client().upload(path, "a.txt", "text/plain", SampleFiles.text("hello"));
    }
}
