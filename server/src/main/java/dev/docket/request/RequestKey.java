package dev.docket.request;

import dev.docket.common.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call a request: {@code OPS-12}. */
record RequestKey(String program, int number) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z]{2,6})-([1-9][0-9]{0,8})");

    /**
     * Takes small letters, too.
     *
     * @throws Problem 404 if it is no key: then it names nothing
     */
    static RequestKey of(String text) {
        return in(text).orElseThrow(() -> Problem.notFound("request"));
    }

    /** The same; empty if it is no key. */
    static Optional<RequestKey> in(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RequestKey(form.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    String text() {
        return program + "-" + number;
    }
}
