package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WheelTest {
    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final Wheel wheel = new Wheel(loop, 1);
    private final LinkedBlockingQueue<String> fired = new LinkedBlockingQueue<>();

    private final class Named extends Wheel.Timer {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        void expire() {
            fired.add(name);
        }
    }

    private void onLoop(Runnable task) {
        loop.submit(task).syncUninterruptibly();
    }

    @AfterEach
    void endLoop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void firesInTheOrderOfTimeAlsoBeyondOneRound() throws Exception {
        onLoop(() -> {
            wheel.schedule(new Named("late"), 700);
            wheel.schedule(new Named("soon"), 10);
            wheel.schedule(new Named("later"), 60);
        });
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            order.add(Await.next(fired));
        }
        assertThat(order).containsExactly("soon", "later", "late");
    }

    @Test
    void firesOnlyWhatIsArmed() throws Exception {
        var cancelled = new Named("cancelled");
        var moved = new Named("moved");
        onLoop(() -> {
            wheel.schedule(cancelled, 10);
            wheel.schedule(moved, 10);
            wheel.schedule(moved, 80);
            wheel.schedule(new Named("between"), 40);
            cancelled.cancel();
            cancelled.cancel();
        });
        assertThat(Await.next(fired)).isEqualTo("between");
        assertThat(Await.next(fired)).isEqualTo("moved");
        assertThat(fired).isEmpty();
    }

    @Test
    void restsWhenNothingIsArmedAndGoesOnLater() throws Exception {
        for (int i = 0; i < 3; i++) {
            onLoop(() -> wheel.schedule(new Named("again"), 5));
            assertThat(Await.next(fired)).isEqualTo("again");
            Await.until(() -> loop.pendingTasks() == 0);
        }
    }

    @Test
    void ticksInStepWithTheHeartbeat() {
        assertThat(Wheel.tickMillis(Options.defaults())).isEqualTo(200);
        assertThat(Wheel.tickMillis(Options.builder()
                        .pingInterval(Duration.ofMillis(300))
                        .pingTimeout(Duration.ofMillis(200))
                        .build()))
                .isEqualTo(2);
    }
}
