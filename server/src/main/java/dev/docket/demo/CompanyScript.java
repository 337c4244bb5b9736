package dev.docket.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.identity.Role;
import dev.docket.program.FieldDefinition.Visibility;
import dev.docket.program.FieldType;
import dev.docket.request.Priority;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who works in the demo company and what they write about ({@code demo/company.json}).
 *
 * @param words what stands for {@code {project}} and the like in titles and texts
 */
record CompanyScript(List<PersonScript> people, List<ProgramScript> programs, Map<String, List<String>> words) {
    /**
     * @param at the domain of the e-mail address
     * @param project of a client, what their requests are about
     */
    record PersonScript(
            String first,
            String last,
            Role role,
            String at,
            @Nullable String project) {
        String name() {
            return first + " " + last;
        }

        String email() {
            String ascii = Normalizer.normalize(first + "." + last, Normalizer.Form.NFD)
                    .replaceAll("[^A-Za-z.]", "")
                    .toLowerCase(Locale.ROOT);
            return ascii + "@" + at;
        }
    }

    /** Members are named by their full names; the first manager founds the program. */
    record ProgramScript(
            String key,
            String name,
            String description,
            boolean allowClientSubmission,
            boolean requireApproval,
            @Nullable Integer maxActiveRequests,
            @Nullable Integer maxActiveRequestsPerUser,
            List<String> managers,
            List<String> team,
            List<String> clients,
            List<FieldScript> fields,
            List<TemplateScript> templates,
            List<RequestScript> requests,
            List<String> comments,
            List<String> internal,
            List<String> reasons) {}

    /**
     * A field and where its values come from: {@code of} for texts ({@code creators}: the creator's project, if they have
     * one), {@code range} and {@code step} for numbers, {@code days} ahead for dates, {@code chance} for checkboxes
     * and for each of the {@code items} of a checklist, by key and label.
     */
    record FieldScript(
            String key,
            String label,
            FieldType type,
            boolean required,
            @Nullable Visibility visibility,
            @Nullable String placeholder,
            @Nullable List<String> options,
            @Nullable Map<String, String> items,
            @Nullable List<String> of,
            boolean creators,
            @Nullable List<Double> range,
            double step,
            @Nullable List<Integer> days,
            double chance) {}

    record TemplateScript(String name, String title, String text) {}

    /**
     * @param fields values that belong to the text; others are made up
     * @param byClients whether a client might file it
     */
    record RequestScript(
            String title,
            String text,
            @Nullable Priority priority,
            @Nullable Map<String, JsonNode> fields,
            boolean byClients) {}

    static CompanyScript read() {
        try (InputStream file = Objects.requireNonNull(CompanyScript.class.getResourceAsStream("/demo/company.json"))) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProgramScript program(String key) {
        return programs.stream()
                .filter(program -> program.key().equals(key))
                .findFirst()
                .orElse(programs.getFirst());
    }
}
