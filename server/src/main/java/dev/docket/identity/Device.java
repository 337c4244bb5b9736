package dev.docket.identity;

import java.util.List;
import java.util.Optional;

/** A {@code User-Agent} (RFC 9110 section 10.1.5) in words that its owner recognises: {@code Firefox on Linux}. */
final class Device {
    private static final int LONGEST = 40;

    /** What a header contains, and what it then means. */
    private record Mark(String token, String meaning) {}

    /** In the order of asking: most browsers claim to be all those that follow. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("Android", "Android"),
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS X", "macOS"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Linux", "Linux"));

    private Device() {}

    static String of(String userAgent) {
        return meaning(BROWSERS, userAgent)
                .map(browser -> browser
                        + meaning(SYSTEMS, userAgent).map(" on "::concat).orElse(""))
                .orElseGet(() -> product(userAgent));
    }

    private static Optional<String> meaning(List<Mark> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.token()))
                .map(Mark::meaning)
                .findFirst();
    }

    /** The first product named, which anybody may have written: {@code curl/8.14.1}. */
    private static String product(String userAgent) {
        String first = userAgent.strip().split(" ", 2)[0].replaceAll("[^ -~]", "");
        return first.length() <= LONGEST ? first : first.substring(0, LONGEST);
    }
}
