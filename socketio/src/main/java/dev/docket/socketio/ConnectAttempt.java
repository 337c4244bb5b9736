package dev.docket.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.socketio.codec.PacketEncoder;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client on its way into a namespace: middleware one after the other, then recovery if it asks for that, then the
 * CONNECT answer. Confined to the session's loop; the host's stages may complete anywhere.
 */
final class ConnectAttempt extends Wheel.Timer {
    private static final System.Logger LOG = System.getLogger(ConnectAttempt.class.getName());
    private static final String INTERNAL_ERROR = "internal error";

    private final Connection connection;
    private final ServedNamespace namespace;
    private final Handshake handshake;
    private final Iterator<Middleware> middleware;
    private boolean recovering;
    private boolean over;
    private boolean asking;

    ConnectAttempt(Connection connection, ServedNamespace namespace, JsonNode auth) {
        this.connection = connection;
        this.namespace = namespace;
        this.middleware = namespace.middleware().iterator();
        Session session = connection.session();
        this.handshake = new Handshake(
                namespace.name(),
                auth,
                session.request().headers(),
                session.request().query(),
                session.remoteAddress(),
                session.transport(),
                new Attributes());
    }

    ServedNamespace namespace() {
        return namespace;
    }

    void start() {
        // A broadcast that comes while the socket's connection is queued must find this loop.
        namespace.rooms(loop());
        loop().wheel().schedule(this, options().connectTimeout().toMillis());
        next();
    }

    private void next() {
        if (!middleware.hasNext()) {
            recoverOrConnect();
            return;
        }
        Middleware one = middleware.next();
        when(() -> one.admit(handshake), (verdict, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.WARNING, "middleware failed", failure);
            }
            switch (verdict) {
                case Verdict.Accepted accepted -> next();
                case Verdict.Refused refused -> refuse(refused.message(), refused.data());
                case null -> refuse(INTERNAL_ERROR, null);
            }
        });
    }

    private void recoverOrConnect() {
        SessionRecovery recovery = options().recovery().orElse(null);
        String pid = handshake.auth().path("pid").textValue();
        if (recovery == null || pid == null) {
            connect(recovery);
            return;
        }
        recovering = true;
        String offset = handshake.auth().path("offset").asText("");
        var request = new RecoveryRequest(pid, offset, handshake);
        if (recovery instanceof MemoryRecovery memory) {
            memory.recover(request, loop()::execute, found -> {
                if (found.isPresent()) {
                    proceed(
                            found.get().session(),
                            pid,
                            socket -> memory.resumed(socket, pid, found.get().seen()));
                } else {
                    proceed(recovery);
                }
            });
            return;
        }
        when(() -> recovery.recover(request), (session, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.WARNING, "recovery failed", failure);
            }
            if (session != null && session.isPresent()) {
                proceed(session.get(), pid, socket -> {});
            } else {
                proceed(recovery);
            }
        });
    }

    private void proceed(SessionRecovery recovery) {
        if (!over) {
            connect(recovery);
        }
    }

    private void proceed(RecoveredSession recovered, String pid, Consumer<Socket> resumed) {
        if (over) {
            return;
        }
        var socket = newSocket(recovered.sid(), true);
        resumed.accept(socket);
        answer(socket, pid);
        recovered.rooms().forEach(socket::joinNow);
        recovered.missed().forEach(event -> socket.sendNow(namespace.own(event), false));
        announce(socket);
    }

    private void connect(@Nullable SessionRecovery recovery) {
        var socket = newSocket(Ids.next(), false);
        answer(socket, recovery == null ? null : recovery.issue(socket).orElse(null));
        announce(socket);
    }

    private ConnectedSocket newSocket(String id, boolean recovered) {
        return new ConnectedSocket(namespace, connection, id, recovered, handshake.attributes());
    }

    private void answer(ConnectedSocket socket, @Nullable String pid) {
        over = true;
        cancel();
        connection.connected(socket);
        namespace.add(socket);
        socket.sendNow(PacketEncoder.connected(namespace.name(), socket.id(), pid), false);
    }

    private void announce(ConnectedSocket socket) {
        options().metrics().socketConnected(namespace.name(), socket.recovered());
        namespace.connected(socket);
    }

    private void refuse(String message, @Nullable Object data) {
        abandon();
        options().metrics().refused("middleware");
        connection.refused(namespace);
        connection.session().send(PacketEncoder.refused(namespace.name(), message, data));
    }

    /** The client does not want it any more, or does not get it. */
    void abandon() {
        if (!over) {
            over = true;
            if (!asking) {
                cancel();
            }
            namespace.server().namespaces().release(namespace);
        }
    }

    /** Whether the host still works on its answer, also if nobody wants it any more. */
    boolean isAsking() {
        return asking;
    }

    /** The host takes too long. */
    @Override
    void expire() {
        asking = false;
        if (over) {
            connection.returned(this);
        } else if (recovering) {
            connect(options().recovery().orElse(null));
        } else {
            refuse("timeout", null);
        }
    }

    /** Asks the host and goes on, back on the loop, with its answer or with the failure. */
    private <T> void when(Question<T> question, BiConsumer<@Nullable T, @Nullable Throwable> then) {
        CompletionStage<T> stage;
        try {
            stage = question.ask();
        } catch (RuntimeException e) {
            then.accept(null, e);
            return;
        }
        asking = true;
        stage.whenComplete((answer, failure) -> loop().execute(() -> {
            if (!asking) {
                return;
            }
            asking = false;
            if (over) {
                cancel();
                connection.returned(this);
            } else {
                then.accept(answer, failure);
            }
        }));
    }

    private interface Question<T> {
        CompletionStage<T> ask();
    }

    private Loop loop() {
        return connection.session().loop();
    }

    private Options options() {
        return connection.session().options();
    }
}
