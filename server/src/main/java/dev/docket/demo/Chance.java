package dev.docket.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens by chance in the demo: the same each time, for the same seed. */
final class Chance {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** From 0 to 1. */
    double share() {
        return random.nextDouble();
    }

    <T> T among(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Puts a word for each {@code {placeholder}}; the same placeholder gets the same word in all of {@code texts}. */
    List<String> filled(List<String> texts, Map<String, List<String>> words) {
        Map<String, String> chosen = new java.util.HashMap<>();
        return texts.stream()
                .map(text -> PLACEHOLDER
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                chosen.computeIfAbsent(found.group(1), name -> among(wordsFor(name, words))))))
                .map(text -> Character.toUpperCase(text.charAt(0)) + text.substring(1))
                .toList();
    }

    private static List<String> wordsFor(String name, Map<String, List<String>> words) {
        return Objects.requireNonNull(words.get(name), () -> "the demo has no words for {" + name + "}");
    }
}
