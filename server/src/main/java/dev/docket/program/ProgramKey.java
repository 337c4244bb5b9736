package dev.docket.program;

import dev.docket.common.Problem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short key of a program: capitals that its requests' keys begin with. */
final class ProgramKey {
    static final String PATTERN = "[A-Z]{2,6}";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    private ProgramKey() {}

    /** @throws Problem 400 if the key is none */
    static String checked(String key) {
        if (!key.matches(PATTERN)) {
            throw Problem.invalid("key", shown(key) + " (expected: 2..6 capital letters)");
        }
        return key;
    }

    /** A free key that reminds of the name: its initials, or its first letters, then with other last letters. */
    static String madeFrom(String name, Predicate<String> taken) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z ]", "");
        String initials = Stream.of(letters.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        String joined = letters.replace(" ", "");
        String base = initials.length() >= SHORTEST ? initials : joined.length() >= SHORTEST ? joined : joined + "PR";
        return Stream.concat(
                        Stream.of(shortened(base, 3), shortened(base, 4), shortened(joined + "PR", 4)), variants(base))
                .filter(key -> !taken.test(key))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("key", "no free key was found (expected: one of your choice)"));
    }

    /** The base followed by two more letters, all 676 of them. */
    private static Stream<String> variants(String base) {
        String stem = shortened(base, LONGEST - 2);
        return Stream.iterate(0, i -> i < 26 * 26, i -> i + 1)
                .map(i -> stem + (char) ('A' + i / 26) + (char) ('A' + i % 26));
    }

    private static String shortened(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static String shown(String key) {
        return key.length() <= 20 ? key : key.substring(0, 20) + "…";
    }
}
