package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingDatabase;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTokensTest {
    private static final TestingDatabase testing = TestingDatabase.create();
    private static final TestingClock clock = new TestingClock();
    private static final SigningKeys keys = new SigningKeys(testing.database(), new SigningKeyStore(), clock);
    private static final AccessTokens tokens = new AccessTokens(keys, clock);
    private static final UUID user = Ids.next();
    private static final UUID session = Ids.next();

    @AfterAll
    static void close() {
        testing.close();
    }

    @Test
    void acceptsItsOwn() {
        AccessTokens.Claims claims = tokens.verify(tokens.issue(user, session).token());

        assertThat(claims.userId()).isEqualTo(user);
        assertThat(claims.sessionId()).isEqualTo(session);
        assertThat(claims.expiresAt()).isEqualTo(clock.instant().plus(AccessTokens.LIFETIME));
    }

    @Test
    void acceptsThoseOfAnotherNodeOnTheSameDatabase() {
        AccessTokens otherNode =
                new AccessTokens(new SigningKeys(testing.database(), new SigningKeyStore(), clock), clock);

        assertThat(otherNode.verify(tokens.issue(user, session).token()).userId())
                .isEqualTo(user);
    }

    @Test
    void refusesOneThatIsNotSigned() {
        assertRefused(new PlainJWT(claims(_ -> {})).serialize());
    }

    @Test
    void refusesOneSignedWithAnotherKey() throws JOSEException, ParseException {
        assertRefused(signed(claims(_ -> {}), new byte[32], JWSAlgorithm.HS256));
    }

    @Test
    void refusesAnotherAlgorithmWithTheSameKey() throws JOSEException, ParseException {
        byte[] secret = keys.secret("access-token");
        byte[] longEnough = java.util.Arrays.copyOf(secret, 48);

        assertRefused(signed(claims(_ -> {}), longEnough, JWSAlgorithm.HS384));
    }

    @Test
    void refusesOneForSomethingElse() throws JOSEException, ParseException {
        byte[] secret = keys.secret("access-token");

        assertRefused(signed(claims(claims -> claims.audience("other")), secret, JWSAlgorithm.HS256));
        assertRefused(signed(claims(claims -> claims.issuer("other")), secret, JWSAlgorithm.HS256));
        assertRefused(signed(claims(claims -> claims.subject(null)), secret, JWSAlgorithm.HS256));
        assertRefused(signed(claims(claims -> claims.subject("root")), secret, JWSAlgorithm.HS256));
        assertRefused(signed(claims(claims -> claims.claim("sid", null)), secret, JWSAlgorithm.HS256));
        assertRefused(signed(claims(claims -> claims.expirationTime(null)), secret, JWSAlgorithm.HS256));
        assertThat(tokens.verify(signed(claims(_ -> {}), secret, JWSAlgorithm.HS256))
                        .userId())
                .isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void refusesNonsense(String token) {
        assertRefused(token);
    }

    private static void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.members()).containsEntry("code", "token_invalid"));
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("docket")
                .audience("docket-api")
                .subject(user.toString())
                .claim("sid", session.toString())
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(1))));
        change.accept(claims);
        return claims.build();
    }

    private static String signed(JWTClaimsSet claims, byte[] secret, JWSAlgorithm algorithm)
            throws JOSEException, ParseException {
        String keyId =
                SignedJWT.parse(tokens.issue(user, session).token()).getHeader().getKeyID();
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }
}
