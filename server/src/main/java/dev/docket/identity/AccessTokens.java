package dev.docket.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.docket.common.Problem;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Access tokens: JWT (RFC 7519) signed with HMAC-SHA-256, valid for 15 minutes. */
@Singleton
final class AccessTokens {
    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final String ISSUER = "docket";
    private static final String AUDIENCE = "docket-api";

    private final Clock clock;
    private final String keyId;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    AccessTokens(SigningKeys keys, Clock clock) {
        this.clock = clock;
        byte[] secret = keys.secret("access-token");
        this.keyId = keyId(secret);
        try {
            this.signer = new MACSigner(secret);
            this.verifier = new MACVerifier(secret);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    record Issued(String token, Instant expiresAt) {}

    record Claims(UUID userId, UUID sessionId, Instant expiresAt) {}

    Issued issue(UUID userId, UUID sessionId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(LIFETIME);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(userId.toString())
                        .claim("sid", sessionId.toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(expiresAt))
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return new Issued(token.serialize(), expiresAt);
    }

    /** @throws Problem 401 token_invalid or token_expired */
    Claims verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            // The algorithm is ours to choose, never the token's.
            boolean genuine = JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    && keyId.equals(jwt.getHeader().getKeyID())
                    && jwt.verify(verifier);
            if (!genuine) {
                throw invalid();
            }
            return claims(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            throw invalid();
        }
    }

    private Claims claims(JWTClaimsSet set) throws ParseException {
        Date expiry = set.getExpirationTime();
        String subject = set.getSubject();
        String session = set.getStringClaim("sid");
        boolean ours = ISSUER.equals(set.getIssuer()) && List.of(AUDIENCE).equals(set.getAudience());
        if (!ours || expiry == null || subject == null || session == null) {
            throw invalid();
        }
        if (!clock.instant().isBefore(expiry.toInstant())) {
            throw Problem.unauthenticated("token_expired", "The access token has expired.");
        }
        return new Claims(UUID.fromString(subject), UUID.fromString(session), expiry.toInstant());
    }

    private static Problem invalid() {
        return Problem.unauthenticated("token_invalid", "The access token is not valid here.");
    }

    private static String keyId(byte[] secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
