package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docket.common.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PacedStreamTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void givesUpAnUploadThatStandsStillAndLeavesNoInterruptBehind() throws IOException {
        try (PipedOutputStream silent = new PipedOutputStream();
                PipedInputStream source = new PipedInputStream(silent);
                InputStream body = paced(source, 20, 10, 100)) {
            silent.write(1);
            assertThat(body.read()).isEqualTo(1);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(body::read)
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(408));
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void passesOnWhatComesInTime() throws IOException {
        byte[] bytes = {1, -1, 3};
        try (InputStream body = paced(new ByteArrayInputStream(bytes), 60_000, 1_000, 3)) {
            assertThat(body.read()).isEqualTo(1);
            assertThat(body.read()).isEqualTo(255);
            assertThat(body).hasBinaryContent(new byte[] {3});
        }
    }

    @Test
    void refusesABodyThatIsLongerThanAnyMayBe() throws IOException {
        try (InputStream body = paced(new ByteArrayInputStream(new byte[101]), 60_000, 0, 100)) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(body::readAllBytes)
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(413));
        }
    }

    private InputStream paced(InputStream source, long periodMillis, long leastBytes, long limit) {
        return new PacedStream(source, new PacedStream.Pace(periodMillis, leastBytes, limit), timer);
    }
}
