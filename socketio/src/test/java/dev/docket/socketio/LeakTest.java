package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.socketio.testing.TestingLeaks;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;

class LeakTest {
    /** All other tests count on it. */
    @Test
    void findsABufferThatNobodyReleased() {
        assertThat(PooledByteBufAllocator.DEFAULT.directBuffer(8).isReadable()).isFalse();
        Await.until(() -> !TestingLeaks.leaks().isEmpty());
        TestingLeaks.forget();
    }
}
