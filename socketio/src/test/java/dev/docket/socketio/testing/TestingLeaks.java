package dev.docket.socketio.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails each test class that lost a buffer. */
public final class TestingLeaks implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(leaks()).isEmpty();
    }

    /** What leaked so far. The detector looks when a buffer is allocated, and sees only what was collected. */
    public static List<String> leaks() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            PooledByteBufAllocator.DEFAULT.directBuffer(1).release();
        }
        return TestingLeakDetector.FOUND;
    }

    /** Lets the next test begin anew. */
    public static void forget() {
        TestingLeakDetector.FOUND.clear();
    }
}
