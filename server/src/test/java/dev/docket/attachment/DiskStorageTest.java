package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskStorageTest {
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
        String key = storage.put(file);
        assertThat(file).doesNotExist();
        try (InputStream bytes = storage.open(key)) {
            assertThat(bytes).hasContent("content");
        }
    }

    @Test
    void keepsFilesUnderRandomKeysInTwoLevelsOfFolders() throws IOException {
        String key = storage.put(Files.writeString(folder.resolve("a"), "same"));
        assertThat(key).hasSizeGreaterThanOrEqualTo(32).matches("[0-9a-f]+");
        assertThat(folder.resolve("files")
                        .resolve(key.substring(0, 2))
                        .resolve(key.substring(2, 4))
                        .resolve(key.substring(4)))
                .exists();
        assertThat(storage.put(Files.writeString(folder.resolve("b"), "same"))).isNotEqualTo(key);
    }

    @Test
    void forgetsADeletedFile() throws IOException {
        String key = storage.put(Files.writeString(folder.resolve("a"), "content"));
        storage.delete(key);
        storage.delete(key);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> storage.open(key));
    }

    @Test
    void refusesAKeyThatIsAPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> storage.open("../../docket.lock"));
    }
}
