package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON that is the same in each run: ids, times and made-up names are replaced by others that are counted in the order in which
 * they come.
 */
final class Fixture {
    /** What lies deeper stands on one line. */
    private static final int DEPTH = 7;

    private static final Pattern PROGRAM_KEY = Pattern.compile("(\"key\": ?)\"[A-Z]{2,6}\"");
    private static final Pattern CHANGING =
            Pattern.compile("(?<id>[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})"
                    + "|(?<random>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})"
                    + "|(?<time>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)"
                    + "|(?<person>Sam\\d+)"
                    + "|(?<mail>\\w+(?=@example\\.test))"
                    + "|(?<program>Program \\d+)");

    private Fixture() {}

    /** @param key the program's, which keys of requests begin with */
    static String text(JsonNode value, String key) {
        StringBuilder text = new StringBuilder();
        print(sorted(value), 0, text);
        String whole = text.append('\n').toString();
        return settled(PROGRAM_KEY.matcher(whole).replaceAll("$1\"OPS\"").replace(key + "-", "OPS-"));
    }

    /** The order of properties is no part of any contract. */
    private static JsonNode sorted(JsonNode value) {
        if (value.isArray()) {
            ArrayNode all = Json.mapper().createArrayNode();
            value.forEach(one -> all.add(sorted(one)));
            return all;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode sorted = Json.mapper().createObjectNode();
        value.propertyStream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> sorted.set(one.getKey(), sorted(one.getValue())));
        return sorted;
    }

    private static void print(JsonNode value, int depth, StringBuilder text) {
        if (depth >= DEPTH || value.isEmpty()) {
            text.append(value);
            return;
        }
        String indent = "\n" + " ".repeat(depth + 1);
        String separator = "";
        text.append(value.isArray() ? '[' : '{');
        if (value.isArray()) {
            for (JsonNode one : value) {
                text.append(separator).append(indent);
                print(one, depth + 1, text);
                separator = ",";
            }
        }
        for (Map.Entry<String, JsonNode> one : value.properties()) {
            text.append(separator)
                    .append(indent)
                    .append('"')
                    .append(one.getKey())
                    .append("\": ");
            print(one.getValue(), depth + 1, text);
            separator = ",";
        }
        text.append("\n").append(" ".repeat(depth)).append(value.isArray() ? ']' : '}');
    }

    private static String settled(String text) {
        Map<String, String> known = new LinkedHashMap<>();
        known.putAll(ranked(text, "time", "2026-11-23T08:00:%02d.000Z"));
        // Ids sort by the time of their making, and some answers are sorted by them.
        known.putAll(ranked(text, "id", "00000000-0000-7000-8000-%012d"));
        return CHANGING.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        known.computeIfAbsent(found.group(), _ -> replacement(found, known.size()))));
    }

    private static Map<String, String> ranked(String text, String group, String format) {
        Map<String, String> ranked = new TreeMap<>();
        CHANGING.matcher(text)
                .results()
                .filter(found -> found.group(group) != null)
                .forEach(found -> ranked.put(found.group(), ""));
        int rank = 0;
        for (Map.Entry<String, String> one : ranked.entrySet()) {
            one.setValue(format.formatted(rank++));
        }
        return ranked;
    }

    private static String replacement(MatchResult found, int number) {
        if (found.group("random") != null) {
            return "00000000-0000-4000-8000-%012d".formatted(number);
        }
        return found.group("person") != null ? "Sam" : found.group("mail") != null ? "mail" + number : "Operations";
    }
}
