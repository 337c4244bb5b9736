package dev.docket.identity;

import java.time.Instant;

/** A refresh token as the browser keeps it. */
record RefreshToken(String value, Instant expiresAt) {
    static RefreshToken next(Instant expiresAt) {
        return new RefreshToken(OpaqueToken.next(), expiresAt);
    }

    byte[] hash() {
        return OpaqueToken.hash(value);
    }

    @Override
    public String toString() {
        return "RefreshToken[expiresAt=" + expiresAt + "]";
    }
}
