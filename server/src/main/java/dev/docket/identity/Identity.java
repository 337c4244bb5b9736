package dev.docket.identity;

/** The one check of access tokens, for HTTP requests and for socket handshakes alike. */
public interface Identity {
    /**
     * Verifies signature, expiry, that the session has not ended and that the user is active, now.
     *
     * @throws dev.docket.common.Problem 401 with code token_invalid, token_expired, session_ended or user_inactive
     */
    Actor verify(String accessToken);
}
