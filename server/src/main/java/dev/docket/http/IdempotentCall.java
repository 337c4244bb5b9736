package dev.docket.http;

import dev.docket.storage.Transaction;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that came with an {@code Idempotency-Key}, while it is carried out. Used by one thread at a time, as the call
 * goes from filter to controller and back.
 */
final class IdempotentCall {
    static final String ATTRIBUTE = "dev.docket.idempotent-call";

    private final UUID userId;
    private final String key;
    private final String fingerprint;
    private final int status;
    private volatile @Nullable Transaction claimedIn;
    private volatile @Nullable Answer kept;

    /** @param status what the route answers when all goes well */
    IdempotentCall(UUID userId, String key, String fingerprint, int status) {
        this.userId = userId;
        this.key = key;
        this.fingerprint = fingerprint;
        this.status = status;
    }

    /**
     * What a call is answered.
     *
     * @param body JSON; null if there is none, or it is too long to keep
     */
    record Answer(
            int status, @Nullable String location, @Nullable String body) {
        private static final int MAX_BODY = 64 * 1024;

        static Answer of(int status, @Nullable String location, @Nullable String body) {
            return new Answer(status, location, body == null || body.length() > MAX_BODY ? null : body);
        }
    }

    /** An earlier call with the same key of the same user. */
    record Earlier(String fingerprint, Answer answer) {
        boolean isThe(IdempotentCall call) {
            return fingerprint.equals(call.fingerprint);
        }
    }

    UUID userId() {
        return userId;
    }

    String key() {
        return key;
    }

    String fingerprint() {
        return fingerprint;
    }

    int status() {
        return status;
    }

    /** Its first write is done: the call can't be carried out again. */
    @Nullable
    Answer kept() {
        return kept;
    }

    void claimed(Transaction tx) {
        claimedIn = tx;
    }

    boolean isClaimedIn(Transaction tx) {
        return Objects.equals(claimedIn, tx);
    }

    void committed(Answer answer) {
        kept = answer;
    }
}
