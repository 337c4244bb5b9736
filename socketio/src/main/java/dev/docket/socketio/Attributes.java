package dev.docket.socketio;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a host has attached to a socket: put by a {@link Middleware}, read later by listeners. Thread-safe. */
public final class Attributes {
    // Most sockets have few attributes or none: the map is made when it is needed.
    private @Nullable Map<Attribute<?>, Object> values;

    Attributes() {}

    /** The attached value, or null. */
    public synchronized <T> @Nullable T get(Attribute<T> key) {
        return values == null ? null : key.type().cast(values.get(key));
    }

    /** The attached value. */
    public <T> T require(Attribute<T> key) {
        T value = get(key);
        if (value == null) {
            throw new IllegalStateException("no attribute: " + key.name());
        }
        return value;
    }

    /** Attaches a value, in place of an earlier one. */
    public synchronized <T> void put(Attribute<T> key, T value) {
        if (values == null) {
            values = new HashMap<>(4);
        }
        values.put(key, key.type().cast(value));
    }

    /** Removes a value. */
    public synchronized void remove(Attribute<?> key) {
        if (values != null) {
            values.remove(key);
        }
    }
}
