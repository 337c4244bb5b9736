package dev.docket.socketio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts everything. */
final class TestingMetrics implements Metrics {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger upgraded = new AtomicInteger();
    final AtomicInteger connected = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();
    final AtomicInteger sentPackets = new AtomicInteger();
    final AtomicLong sentBytes = new AtomicLong();
    final AtomicLong received = new AtomicLong();
    final AtomicLong highWater = new AtomicLong();
    final List<DisconnectReason> closed = new CopyOnWriteArrayList<>();
    final List<DisconnectReason> disconnected = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    private final AtomicInteger rooms = new AtomicInteger();

    int openRooms() {
        return rooms.get();
    }

    @Override
    public void sessionOpened(Transport transport) {
        opened.incrementAndGet();
    }

    @Override
    public void sessionUpgraded() {
        upgraded.incrementAndGet();
    }

    @Override
    public void sessionClosed(Transport transport, DisconnectReason reason) {
        closed.add(reason);
    }

    @Override
    public void refused(String cause) {
        refusals.add(cause);
    }

    @Override
    public void socketConnected(String namespace, boolean recovered) {
        connected.incrementAndGet();
    }

    @Override
    public void socketDisconnected(String namespace, DisconnectReason reason) {
        disconnected.add(reason);
    }

    @Override
    public void roomOpened(String namespace) {
        rooms.incrementAndGet();
    }

    @Override
    public void roomClosed(String namespace) {
        rooms.decrementAndGet();
    }

    @Override
    public void received(int size) {
        received.addAndGet(size);
    }

    @Override
    public void sent(int packets, long bytes) {
        sentPackets.addAndGet(packets);
        sentBytes.addAndGet(bytes);
    }

    @Override
    public void dropped() {
        dropped.incrementAndGet();
    }

    @Override
    public void queueHighWater(long bytes) {
        highWater.accumulateAndGet(bytes, Math::max);
    }
}
