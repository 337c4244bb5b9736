package dev.docket.socketio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps what is published, and can play another node. */
final class TestingRelay implements Relay {
    private final List<RoomEvent> published = new CopyOnWriteArrayList<>();
    private volatile Consumer<RoomEvent> deliver = event -> {};

    List<RoomEvent> published() {
        return published;
    }

    void receive(RoomEvent event) {
        deliver.accept(event);
    }

    @Override
    public void start(Consumer<RoomEvent> consumer) {
        deliver = consumer;
    }

    @Override
    public void publish(RoomEvent event) {
        published.add(event);
    }
}
