package dev.docket.live;

import dev.docket.journal.JournalFeed;
import dev.docket.journal.JournalReading;
import dev.docket.socketio.Namespace;
import java.time.Clock;
import java.util.concurrent.ExecutorService;

/** What the channels of all programs share. */
record LiveContext(
        JournalFeed feed,
        JournalReading reading,
        Rights rights,
        RightsClock rightsClock,
        PoliteReads reads,
        LiveSessions sessions,
        Presences presences,
        Namespace namespace,
        Encoder encoder,
        LiveLimits limits,
        Clock clock,
        ExecutorService threads) {}
