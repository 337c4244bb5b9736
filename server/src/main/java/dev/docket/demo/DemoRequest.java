package dev.docket.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.demo.CompanyScript.FieldScript;
import dev.docket.demo.CompanyScript.ProgramScript;
import dev.docket.demo.CompanyScript.RequestScript;
import dev.docket.program.FieldDefinition.Visibility;
import dev.docket.request.Priority;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody of the demo company writes into a new request. */
record DemoRequest(
        String title,
        String description,
        Priority priority,
        @Nullable LocalDate dueDate,
        Map<String, JsonNode> fields) {

    /** @param client whether the author may fill in only what clients see */
    record Author(boolean client, @Nullable String project) {}

    static DemoRequest of(
            CompanyScript company,
            ProgramScript program,
            RequestScript script,
            Author author,
            LocalDate today,
            Chance chance) {
        List<String> texts = chance.filled(List.of(script.title(), script.text()), company.words());
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (FieldScript field : program.fields()) {
            JsonNode given = script.fields() == null ? null : script.fields().get(field.key());
            boolean hidden = author.client() && field.visibility() == Visibility.STAFF;
            if (!hidden && (given != null || field.required() || chance.of(0.75))) {
                fields.put(field.key(), given != null ? given : value(field, author, today, chance));
            }
        }
        return new DemoRequest(
                texts.get(0),
                texts.get(1),
                script.priority() != null ? script.priority() : priority(chance),
                chance.of(0.6) ? today.plusDays(chance.between(3, 30)) : null,
                fields);
    }

    static JsonNode value(FieldScript field, Author author, LocalDate today, Chance chance) {
        return switch (field.type()) {
            case TEXT ->
                new TextNode(
                        field.creators() && author.project() != null
                                ? author.project()
                                : chance.among(Objects.requireNonNull(field.of())));
            case DROPDOWN -> new TextNode(chance.among(Objects.requireNonNull(field.options())));
            case CHECKBOX -> BooleanNode.valueOf(chance.of(field.chance()));
            case NUMBER -> number(Objects.requireNonNull(field.range()), field.step(), chance);
            case DATE -> {
                List<Integer> days = Objects.requireNonNull(field.days());
                yield new TextNode(
                        today.plusDays(chance.between(days.get(0), days.get(1))).toString());
            }
            case CHECKLIST -> {
                ArrayNode checked = JsonNodeFactory.instance.arrayNode();
                Objects.requireNonNull(field.items()).keySet().stream()
                        .filter(_ -> chance.of(field.chance()))
                        .forEach(checked::add);
                yield checked;
            }
            case FILE_UPLOAD ->
                throw new IllegalArgumentException("type: " + field.type() + " (expected: one that can be made up)");
        };
    }

    private static JsonNode number(List<Double> range, double step, Chance chance) {
        int steps = (int) Math.round((range.get(1) - range.get(0)) / step);
        double value = range.get(0) + chance.between(0, steps) * step;
        return DecimalNode.valueOf(
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    static Priority priority(Chance chance) {
        double share = chance.share();
        if (share < 0.2) {
            return Priority.LOW;
        }
        if (share < 0.7) {
            return Priority.MEDIUM;
        }
        return share < 0.93 ? Priority.HIGH : Priority.URGENT;
    }
}
