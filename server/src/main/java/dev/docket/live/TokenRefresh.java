package dev.docket.live;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.identity.Identity;
import dev.docket.socketio.Ack;
import dev.docket.socketio.Arguments;
import dev.docket.socketio.EventListener;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code auth:refresh {token}}: a new token of the same user prolongs the socket. One at a time. */
final class TokenRefresh implements EventListener {
    private static final Logger log = LoggerFactory.getLogger(TokenRefresh.class);

    private final LiveSession session;
    private final Identity identity;
    private final PoliteReads reads;
    private final ExecutorService threads;
    private final AtomicBoolean busy = new AtomicBoolean();

    TokenRefresh(LiveSession session, Identity identity, PoliteReads reads, ExecutorService threads) {
        this.session = session;
        this.identity = identity;
        this.reads = reads;
        this.threads = threads;
    }

    @Override
    public void onEvent(Arguments arguments, Ack ack) {
        String token = arguments.get(0).path("token").textValue();
        if (token == null || token.isBlank()) {
            ack.send(refusal("token_missing"));
        } else if (busy.compareAndSet(false, true)) {
            threads.execute(() -> {
                Map<String, Object> answer = answer(token);
                busy.set(false);
                ack.send(answer);
            });
        } else {
            ack.send(refusal("busy"));
        }
    }

    private Map<String, Object> answer(String token) {
        try {
            Actor verified = reads.read(() -> identity.verify(token));
            return session.renew(verified)
                    ? Map.of("ok", true, "expiresAt", verified.tokenExpiresAt().toString())
                    : refusal("token_invalid");
        } catch (Problem problem) {
            return refusal(LiveHandshake.code(problem));
        } catch (RuntimeException e) {
            log.warn("a token could not be verified: {}", e.toString());
            return refusal("unavailable");
        }
    }

    private static Map<String, Object> refusal(String code) {
        return Map.of("ok", false, "code", code);
    }
}
