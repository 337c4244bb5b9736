package dev.docket.live;

import java.time.Duration;

/**
 * Bounds of what live delivery keeps and does at a time.
 *
 * @param ringEntries latest entries of a program that are kept in memory for those who come back
 * @param ringBytes the same in bytes
 * @param replayLimit missed entries of one program beyond which a client is told to load anew
 * @param page entries that a replay reads from the table at a time
 * @param reads statements that handshakes and replays together have running at a time
 * @param backlogBytes how much may wait for a connection when a replay goes on
 * @param patience how long a replay waits for a client that does not read
 * @param tokenGrace how long after its token's end a socket stays open
 */
record LiveLimits(
        int ringEntries,
        long ringBytes,
        int replayLimit,
        int page,
        int reads,
        int backlogBytes,
        Duration patience,
        Duration tokenGrace) {

    static LiveLimits of(int replayLimit, int databasePoolSize) {
        return new LiveLimits(
                1_000,
                1 << 20,
                replayLimit,
                200,
                Math.max(1, databasePoolSize / 2),
                512 << 10,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
    }
}
