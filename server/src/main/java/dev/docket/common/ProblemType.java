package dev.docket.common;

import java.util.Locale;

/**
 * Every type of problem that the API can answer with. Clients decide by it, so a name never changes; each stands in
 * {@code docs/reference/problems.md}.
 */
public enum ProblemType {
    VALIDATION(400, "Some values are not valid"),
    MALFORMED(400, "The request could not be read"),
    UNAUTHENTICATED(401, "Please log in"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Not possible here"),
    NOT_ACCEPTABLE(406, "None of the accepted types is available"),
    TOO_SLOW(408, "Too slow"),
    CONFLICT(409, "This conflicts with the current state"),
    STALE_VERSION(409, "Somebody changed this in the meantime"),
    TRANSITION_REFUSED(409, "This step is not possible now"),
    LIMIT_REACHED(409, "A limit is reached"),
    CALL_UNDER_WAY(409, "The same call is under way"),
    TOO_LARGE(413, "Too large"),
    QUOTA_REACHED(413, "No room left in this program"),
    UNSUPPORTED_TYPE(415, "This type is not accepted"),
    RANGE_NOT_SATISFIABLE(416, "There is no such range"),
    NOT_MENTIONABLE(422, "Somebody who is mentioned can't see this"),
    KEY_REUSED(422, "This key belongs to another call"),
    TOO_MANY(429, "Too many requests"),
    INTERNAL(500, "Something went wrong"),
    TAKES_TOO_LONG(503, "This takes too long now"),
    STORAGE_FULL(507, "No room for the file");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Of its documents; {@link #MALFORMED} and {@link #INTERNAL} come with others of their hundred, too. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As documents say it. */
    public String uri() {
        return "/problems/" + slug();
    }
}
