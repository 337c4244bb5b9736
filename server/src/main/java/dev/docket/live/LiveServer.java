package dev.docket.live;

import dev.docket.common.Settings;
import dev.docket.identity.EndedSessions;
import dev.docket.identity.Identity;
import dev.docket.identity.SigningKeys;
import dev.docket.journal.JournalFeed;
import dev.docket.journal.JournalReading;
import dev.docket.socketio.Namespace;
import dev.docket.socketio.Options;
import dev.docket.socketio.SocketIoServer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Live delivery, put together: the engine, the journal's feed, and what stands between them. */
@Singleton
final class LiveServer {
    private static final Logger log = LoggerFactory.getLogger(LiveServer.class);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    /** The server joins the rooms, a few per program; no client can make it more. */
    private static final int ROOMS = 100_000;

    private final LiveContext live;
    private final ProgramChannels channels;
    private final SocketIoServer engine;
    private final TokenWatch watch;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-timer").daemon().factory());

    LiveServer(
            Settings settings,
            LiveLimits limits,
            Identity identity,
            EndedSessions endedSessions,
            SigningKeys keys,
            JournalFeed feed,
            JournalReading reading,
            Rights rights,
            Clock clock) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("live-", 0).factory());
        PoliteReads reads = new PoliteReads(limits.reads());
        Recovery recovery = new Recovery(
                new Seal(keys.secret("recovery")), feed, reading, rights, reads, limits.replayLimit(), clock, threads);
        this.engine = SocketIoServer.create(Options.builder()
                .allowedOrigins(Set.of(origin(settings.publicUrl())))
                .roomsPerSocket(ROOMS)
                .recovery(recovery)
                .build());
        Namespace namespace = engine.of("/");
        Encoder encoder = new Encoder(namespace);
        this.live = new LiveContext(
                feed,
                reading,
                rights,
                new RightsClock(),
                reads,
                new LiveSessions(),
                new Presences(encoder, clock),
                namespace,
                encoder,
                limits,
                clock,
                threads);
        People people = new People(live.sessions());
        this.channels = new ProgramChannels(live, people);
        Connections connections = new Connections(live, channels, people, identity);
        namespace.use(new LiveHandshake(identity, reads, people, threads));
        namespace.onConnect(connections::connected);
        namespace.onSlow(socket -> LiveSession.say(socket, Closing.SLOW));
        feed.follow(channels);
        this.watch = new TokenWatch(live, endedSessions);
        var _ = timer.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
        var _ = timer.scheduleWithFixedDelay(this::tidy, 1, 1, TimeUnit.MINUTES);
        long period = Presences.PERIOD.toMillis();
        var _ = timer.scheduleWithFixedDelay(live.presences()::tick, period, period, TimeUnit.MILLISECONDS);
    }

    LiveContext live() {
        return live;
    }

    SocketIoServer engine() {
        return engine;
    }

    TokenWatch watch() {
        return watch;
    }

    void tidy() {
        channels.forEach(ProgramChannel::tidy);
    }

    /** Clients see the connection end, and come back to whoever answers then. */
    @PreDestroy
    void close() {
        timer.shutdownNow();
        try {
            engine.close(DRAIN)
                    .toCompletableFuture()
                    .orTimeout(2 * DRAIN.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            log.warn("some connections did not end: {}", e.toString());
        }
        live.threads().shutdown();
        try {
            if (!live.threads().awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("some replays did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
