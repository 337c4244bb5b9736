package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docket.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-9, 0, 10",
        "bytes=2-, 2, 8",
        "bytes=9-, 9, 1",
        "bytes=5-1000, 5, 5",
        "bytes=-1, 9, 1",
        "bytes=-1000, 0, 10",
        "Bytes=3-4, 3, 2",
    })
    void readsOneRange(String header, long from, long length) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange(from, length));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-2",
                "bytes=0-1,3-4",
                "items=0-1",
                "bytes=a-b",
                "bytes=0-1 x",
                "bytes=99999999999999999999-",
            })
    void answersAnythingElseWithTheWholeFile(String header) {
        assertThat(ByteRange.of(header, 10)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-"})
    void refusesARangeBehindTheEnd(String header) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ByteRange.of(header, 10))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(416));
    }

    @Test
    void saysWhichPartItIs() {
        assertThat(new ByteRange(2, 3).toHeader(10)).isEqualTo("bytes 2-4/10");
    }
}
