package dev.docket.socketio;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The namespaces of a server: those that the host made, and those that clients made by connecting. Thread-safe. */
final class Namespaces {
    private record Rule(Predicate<String> names, Consumer<Namespace> configure) {}

    /** {@code users} counts what keeps a dynamic namespace; a static one has {@link #STATIC}. */
    private record Entry(ServedNamespace namespace, int users) {}

    private static final int STATIC = -1;

    private final Server server;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final AtomicInteger dynamic = new AtomicInteger();

    Namespaces(Server server) {
        this.server = server;
    }

    /** The namespace of a host. One that a client made stays from now on. */
    ServedNamespace of(String name) {
        String full = name.startsWith("/") ? name : "/" + name;
        return entries.compute(full, (key, entry) -> {
                    if (entry == null) {
                        return new Entry(new ServedNamespace(server, key), STATIC);
                    }
                    return entry.users() == STATIC ? entry : keep(entry);
                })
                .namespace();
    }

    /** The namespace, if it is there. */
    @Nullable
    ServedNamespace find(String name) {
        Entry entry = entries.get(name);
        return entry == null ? null : entry.namespace();
    }

    private Entry keep(Entry entry) {
        dynamic.decrementAndGet();
        return new Entry(entry.namespace(), STATIC);
    }

    void allow(Predicate<String> names, Consumer<Namespace> configure) {
        rules.add(new Rule(names, configure));
    }

    /** The namespace that a client wants, or null; to be given back by {@link #release}. */
    @Nullable
    ServedNamespace acquire(String name) {
        Entry entry = entries.compute(name, (key, present) -> {
            if (present == null) {
                return create(key);
            }
            return present.users() == STATIC ? present : new Entry(present.namespace(), present.users() + 1);
        });
        return entry == null ? null : entry.namespace();
    }

    private @Nullable Entry create(String name) {
        for (Rule rule : rules) {
            if (rule.names().test(name)) {
                if (dynamic.incrementAndGet() > server.options().dynamicNamespaces()) {
                    dynamic.decrementAndGet();
                    return null;
                }
                var namespace = new ServedNamespace(server, name);
                rule.configure().accept(namespace);
                return new Entry(namespace, 1);
            }
        }
        return null;
    }

    /** A client has left or was refused: a dynamic namespace goes with its last. */
    void release(ServedNamespace namespace) {
        entries.computeIfPresent(namespace.name(), (key, entry) -> {
            if (entry.namespace() != namespace || entry.users() == STATIC) {
                return entry;
            }
            if (entry.users() > 1) {
                return new Entry(namespace, entry.users() - 1);
            }
            dynamic.decrementAndGet();
            return null;
        });
    }
}
