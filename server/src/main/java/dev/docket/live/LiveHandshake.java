package dev.docket.live;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.identity.Identity;
import dev.docket.socketio.Handshake;
import dev.docket.socketio.Middleware;
import dev.docket.socketio.Verdict;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in whose token is good now; {@code error.data.code} tells anybody else why not. */
final class LiveHandshake implements Middleware {
    private static final Logger log = LoggerFactory.getLogger(LiveHandshake.class);

    private final Identity identity;
    private final PoliteReads reads;
    private final People people;
    private final ExecutorService threads;

    LiveHandshake(Identity identity, PoliteReads reads, People people, ExecutorService threads) {
        this.identity = identity;
        this.reads = reads;
        this.people = people;
        this.threads = threads;
    }

    @Override
    public CompletionStage<Verdict> admit(Handshake handshake) {
        String token = handshake.auth().path("token").textValue();
        if (token == null || token.isBlank()) {
            return CompletableFuture.completedFuture(refusal("token_missing", "An access token is missing."));
        }
        return CompletableFuture.supplyAsync(() -> verdict(handshake, token), threads);
    }

    private Verdict verdict(Handshake handshake, String token) {
        try {
            long seen = people.seen();
            Actor actor = reads.readPatiently(() -> identity.verify(token));
            handshake
                    .attributes()
                    .put(
                            Admission.ATTRIBUTE,
                            new Admission(
                                    actor,
                                    seen,
                                    ToldPositions.parse(handshake.auth().path("positions"))));
            return Verdict.accept();
        } catch (Problem problem) {
            return refusal(code(problem), problem.detail());
        } catch (RuntimeException e) {
            log.warn("a token could not be verified: {}", e.toString());
            return refusal("unavailable", "Docket is not available at the moment.");
        }
    }

    static String code(Problem problem) {
        return String.valueOf(problem.members().getOrDefault("code", "token_invalid"));
    }

    private static Verdict refusal(String code, String sentence) {
        return Verdict.refuse(sentence, Map.of("code", code));
    }
}
