package dev.docket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the repository that a test writes: it fails when what it found is not what was committed. With
 * {@code -Ddocket.record=true} it writes the file anew, to be looked at and committed.
 */
public final class Recorded {
    private static final boolean RECORDING = Boolean.getBoolean("docket.record");
    private static final Path REPOSITORY = Path.of("..");

    private Recorded() {}

    /** @param file in the repository, such as {@code docs/isolation.md} */
    public static void check(String file, String found) {
        Path path = REPOSITORY.resolve(file);
        if (RECORDING) {
            write(path, found);
        }
        assertThat(read(file))
                .as("%s (if the difference is meant: mvn test -Ddocket.record=true)", file)
                .isEqualTo(found);
    }

    /** What was committed; empty if there is nothing yet. */
    public static String read(String file) {
        Path path = REPOSITORY.resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
