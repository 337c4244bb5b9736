package dev.docket.request;

import dev.docket.common.Problem;
import java.util.Locale;
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
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Problem.notFound("request");
        }
        return new RequestKey(form.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(form.group(2)));
    }

    String text() {
        return program + "-" + number;
    }
}
