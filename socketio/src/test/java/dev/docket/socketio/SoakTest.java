package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Clients come, talk and go, with and without a goodbye, for {@code -Dsoak.minutes=N}: memory stays flat. */
@EnabledIfSystemProperty(named = "soak.minutes", matches = "\\d+")
class SoakTest {
    private static final long SLACK_BYTES = 8 << 20;

    @Test
    void keepsMemoryFlatUnderChurn() throws Exception {
        long minutes = Long.getLong("soak.minutes", 10);
        try (var testing = TestingServer.start(
                Options.builder().recovery(SessionRecovery.inMemory(Duration.ofSeconds(5), 1_000)))) {
            testing.main().onConnect(socket -> {
                socket.join("room" + socket.id().charAt(0));
                socket.on(
                        "e",
                        (arguments, ack) -> testing.main()
                                .to(socket.rooms().toArray(new String[0]))
                                .emit("e"));
            });
            churn(testing, Duration.ofSeconds(20));
            long before = usedMemory();
            churn(testing, Duration.ofMinutes(minutes));
            Await.until(() -> testing.server().sessions() == 0);
            assertThat(usedMemory()).isLessThan(before + SLACK_BYTES);
        }
    }

    private static void churn(TestingServer testing, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        var failed = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                boolean polite = i % 2 == 0;
                threads.execute(() -> {
                    while (System.nanoTime() < end && !failed.get()) {
                        if (!live(testing, polite)) {
                            failed.set(true);
                        }
                    }
                });
            }
        }
        assertThat(failed).isFalse();
    }

    private static boolean live(TestingServer testing, boolean polite) {
        try (var client = testing.client()) {
            for (int i = 0; i < 10; i++) {
                client.send("42[\"e\"]");
                client.text();
            }
            if (polite) {
                client.send("1");
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
