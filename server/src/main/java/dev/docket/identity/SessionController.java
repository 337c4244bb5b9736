package dev.docket.identity;

import dev.docket.common.Settings;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Log in, stay logged in, log out. The refresh token travels only in its cookie, which no script can read. */
@Controller("/api/v1/auth/session")
@Open
@Tag(name = "People")
class SessionController {
    private static final String COOKIE = "docket_refresh";
    private static final String COOKIE_PATH = "/api/v1/auth";

    private final Sessions sessions;
    private final boolean secure;

    SessionController(Sessions sessions, Settings settings) {
        this.sessions = sessions;
        this.secure = settings.secureCookies();
    }

    /** Log in. */
    @Post
    HttpResponse<Session> logIn(@Parameter(hidden = true) Caller caller, @Body @Valid LogIn body) {
        return granted(sessions.logIn(body.email(), body.password(), caller));
    }

    /** A new access token for the refresh cookie, which is replaced. Each is good once; a browser's second tab may be a few seconds late. */
    @Post("/refresh")
    HttpResponse<Session> refresh(
            @Parameter(hidden = true) Caller caller, @CookieValue(COOKIE) @Nullable String token) {
        if (token == null) {
            throw Sessions.ended();
        }
        return granted(sessions.refresh(token, caller));
    }

    /** Log out. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> logOut(@CookieValue(COOKIE) @Nullable String token) {
        if (token != null) {
            sessions.logOut(token);
        }
        return HttpResponse.<Void>noContent().cookie(cookie("", Duration.ZERO));
    }

    private HttpResponse<Session> granted(Sessions.Granted granted) {
        Session session = new Session(granted.access().token(), granted.access().expiresAt(), Me.of(granted.user()));
        return HttpResponse.ok(session).cookie(cookie(granted.refresh().value(), RefreshTokens.LIFETIME));
    }

    private Cookie cookie(String value, Duration age) {
        return Cookie.of(COOKIE, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Strict)
                .path(COOKIE_PATH)
                .maxAge(age);
    }
}
