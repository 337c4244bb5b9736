package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskStorageTest {
    private static final String MINE = "0123456789abcdef/";

    @TempDir
    private Path folder;

    private DiskStorage storage;

    @BeforeEach
    void create() {
        storage = new DiskStorage(folder.resolve("files"));
    }

    @Test
    void takesAFileOverAndGivesItBackByItsKey() throws IOException {
        Path file = Files.writeString(folder.resolve("incoming"), "content");
        storage.put(key("ab"), file);
        assertThat(file).doesNotExist();
        try (InputStream bytes = storage.open(key("ab"), 0, 7)) {
            assertThat(bytes).hasContent("content");
        }
        try (InputStream bytes = storage.open(key("ab"), 2, 3)) {
            assertThat(bytes).hasContent("nte");
        }
    }

    @Test
    void keepsFilesInTwoLevelsOfFolders() throws IOException {
        put(key("abcdef"));
        assertThat(folder.resolve("files/" + MINE + "ab/cd/ef" + "0".repeat(34)))
                .exists();
    }

    @Test
    void forgetsADeletedFile() throws IOException {
        put(key("ab"));
        storage.delete(key("ab"));
        storage.delete(key("ab"));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> storage.open(key("ab"), 0, 1));
    }

    @Test
    void refusesAKeyThatIsAPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> storage.open("../../docket.lock", 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> storage.delete(MINE + "../../../docket.lock"));
    }

    @Test
    void listsOneInstallationInTheOrderOfKeysAndByParts() throws IOException {
        List<String> keys =
                List.of(key("00"), key("0001"), key("00ff"), key("ab"), key("abcd"), key("abcd01"), key("ff")).stream()
                        .sorted()
                        .toList();
        for (String key : keys.reversed()) {
            put(key);
        }
        put("f".repeat(16) + "/" + "a".repeat(40));
        Files.writeString(folder.resolve("files/" + MINE + "ab/stray"), "not ours");

        assertThat(storage.list(MINE, null, 100))
                .extracting(FileStorage.Kept::key)
                .isEqualTo(keys);
        for (int i = 0; i < keys.size(); i++) {
            assertThat(storage.list(MINE, keys.get(i), 2))
                    .extracting(FileStorage.Kept::key)
                    .isEqualTo(keys.subList(i + 1, Math.min(i + 3, keys.size())));
        }
        assertThat(storage.list("a".repeat(16) + "/", null, 100)).isEmpty();
        assertThat(storage.list(MINE, null, 1).getFirst().since())
                .isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
    }

    private void put(String key) throws IOException {
        storage.put(key, Files.writeString(folder.resolve("incoming"), "content"));
    }

    private static String key(String beginning) {
        return MINE + beginning + "0".repeat(40 - beginning.length());
    }
}
