package dev.docket.identity;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A log-in as the browser sees it: the access token for the API and the socket, until when, and for whom. */
@Introspected
record Session(String accessToken, Instant expiresAt, Me user) {}
