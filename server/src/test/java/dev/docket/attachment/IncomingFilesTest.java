package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docket.attachment.IncomingFiles.IncomingFile;
import dev.docket.common.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class IncomingFilesTest {
    @TempDir
    private Path folder;

    private IncomingFiles incoming;

    @BeforeEach
    void create() {
        incoming = new IncomingFiles(
                folder, path -> FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Test
    void takesAFileOfExactlyTheLimit() throws IOException {
        byte[] bytes = new byte[100_000];
        try (IncomingFile file = incoming.receive(new ByteArrayInputStream(bytes), bytes.length)) {
            assertThat(file.size()).isEqualTo(bytes.length);
            assertThat(file.path()).hasBinaryContent(bytes);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesOneByteMoreWithoutReadingTheRestAndLeavesNothing() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> incoming.receive(endless, 100_000))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(413))
                .withMessageContaining("expected: at most 100000");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNothingWhenTheSourceBreaksOff() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("hung up");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> incoming.receive(broken, 1_000_000));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFullAndLeavesNothing() {
        IncomingFiles onFullDisk =
                new IncomingFiles(folder, _ -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> onFullDisk.receive(new ByteArrayInputStream(new byte[10]), 100))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(507));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sweepsAtTheStartWhatAKilledServerLeft() throws IOException {
        Files.writeString(folder.resolve("left-over"), "half a file");
        incoming.sweep();
        assertThat(folder).isEmptyDirectory();
    }
}
