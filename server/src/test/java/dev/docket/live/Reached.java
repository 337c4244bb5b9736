package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a change reached, and as what: each cell says of one person {@code full} (as staff get it), {@code less} (something is
 * left out), {@code forget} (only that the request is gone) or {@code -} (nothing came).
 *
 * @param events their names, in order
 * @param lacks what {@code less} lacks; with a tilde in front where only another value came
 */
record Reached(String events, List<String> cells, String lacks) {
    static final String NOTHING = "-";

    /** @param byColumn what each person received; whoever comes first sees most */
    static Reached of(List<List<Received>> byColumn) {
        Map<String, Received> entries = new LinkedHashMap<>();
        for (List<Received> received : byColumn) {
            received.forEach(one -> entries.putIfAbsent(id(one), one));
        }
        Set<String> lacks = new LinkedHashSet<>();
        List<String> cells = new ArrayList<>();
        for (List<Received> received : byColumn) {
            Map<String, Received> own = new LinkedHashMap<>();
            received.forEach(one -> own.put(id(one), one));
            List<String> cell = entries.values().stream()
                    .map(entry -> said(entry, own.get(id(entry)), lacks))
                    .toList();
            cells.add(cell.stream().distinct().count() == 1 ? cell.getFirst() : String.join("+", cell));
        }
        String names = entries.values().stream().map(Received::event).collect(Collectors.joining(" + "));
        return new Reached(
                names.isEmpty() ? NOTHING : names,
                cells.stream().map(cell -> cell.isEmpty() ? NOTHING : cell).toList(),
                String.join(" ", lacks));
    }

    private static String id(Received one) {
        return one.data().path("id").asText();
    }

    private static String said(Received most, @org.jspecify.annotations.Nullable Received own, Set<String> lacks) {
        if (own == null) {
            return NOTHING;
        }
        JsonNode whole = most.data().path("data");
        JsonNode data = own.data().path("data");
        if (data.equals(whole)) {
            return "full";
        }
        if (own.event().equals("request:deleted")
                && data.path("request").size() == 1
                && data.path("request").has("id")) {
            return "forget";
        }
        collectMissing("", whole, data, lacks);
        return "less";
    }

    private static void collectMissing(String path, JsonNode whole, JsonNode part, Set<String> lacks) {
        whole.properties().forEach(property -> {
            String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            JsonNode own = part.path(property.getKey());
            if (own.isMissingNode()) {
                lacks.add(below);
            } else if (own.isObject()) {
                collectMissing(below, property.getValue(), own, lacks);
            } else if (!own.equals(property.getValue())) {
                lacks.add("~" + below);
            }
        });
    }
}
