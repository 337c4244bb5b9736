package dev.docket.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.demo.Colleague.Reply;
import dev.docket.demo.CompanyScript.FieldScript;
import dev.docket.demo.CompanyScript.ProgramScript;
import dev.docket.demo.DemoTraffic.Done;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a simulated colleague can do in one program: choose among what they may, and do it. */
final class Desk {
    private final Colleague colleague;
    private final JsonNode program;
    private final ProgramScript script;
    private final CompanyScript company;
    private final Chance chance;
    private final String requests;
    private final DemoRequest.Author author;

    Desk(Colleague colleague, JsonNode program, CompanyScript company, Chance chance) {
        this.colleague = colleague;
        this.program = program;
        this.company = company;
        this.chance = chance;
        this.script = company.program(program.path("key").asText());
        this.requests = "programs/" + Colleague.id(program) + "/requests";
        this.author = new DemoRequest.Author(
                program.path("myRole").asText().equals("client"),
                company.people().stream()
                        .filter(person -> person.email().equals(colleague.email()))
                        .findFirst()
                        .map(CompanyScript.PersonScript::project)
                        .orElse(null));
    }

    @FunctionalInterface
    private interface Deed {
        Reply perform() throws IOException, InterruptedException;
    }

    private record Option(String what, int weight, Deed deed) {}

    Done create() throws IOException, InterruptedException {
        List<CompanyScript.RequestScript> fitting = script.requests().stream()
                .filter(request -> !author.client() || request.byClients())
                .toList();
        DemoRequest request = DemoRequest.of(
                company,
                script,
                chance.among(fitting.isEmpty() ? script.requests() : fitting),
                author,
                today(),
                chance);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", request.title());
        body.put("description", request.description());
        body.put("priority", request.priority());
        body.put("dueDate", request.dueDate() == null ? null : request.dueDate().toString());
        body.put("fields", known(request.fields()));
        return new Done(colleague.email() + ": createRequest", colleague.send("POST", requests, body));
    }

    /** One of the things that the API says they may do with the request, by how often people do them. */
    Done continueWith(JsonNode listed) throws IOException, InterruptedException {
        JsonNode request = colleague.get(requests + "/" + Colleague.id(listed));
        List<Option> options = options(request);
        if (options.isEmpty()) {
            return new Done(colleague.email() + ": read " + key(request), new Reply(200, request));
        }
        int ticket = chance.between(1, options.stream().mapToInt(Option::weight).sum());
        for (Option option : options) {
            ticket -= option.weight();
            if (ticket <= 0) {
                return new Done(
                        colleague.email() + ": " + option.what() + " " + key(request),
                        option.deed().perform());
            }
        }
        throw new AssertionError("a ticket beyond the last option");
    }

    private List<Option> options(JsonNode request) {
        String path = requests + "/" + Colleague.id(request);
        Map<String, Object> seen = Map.of("version", request.path("version").asLong());
        JsonNode can = request.path("can");
        List<Option> options = new ArrayList<>();
        offer(options, can, "comment", 8, () -> comment(path, script.comments(), false));
        offer(options, can, "commentInternally", 3, () -> comment(path, script.internal(), true));
        offer(options, can, "attach", 2, () -> attach(path, request));
        offer(options, can, "edit", 4, () -> edit(path, request));
        offer(options, can, "submit", 6, () -> colleague.send("POST", path + "/submission", seen));
        offer(options, can, "review", 6, () -> colleague.send("POST", path + "/review", seen));
        offer(options, can, "approve", 5, () -> colleague.send("POST", path + "/approval", seen));
        offer(options, can, "reject", 1, () -> reject(path, request));
        offer(options, can, "complete", 2, () -> colleague.send("POST", path + "/completion", seen));
        offer(options, can, "assign", 2, () -> assign(path, request));
        if (request.path("commentCount").asInt() > 0 && chance.of(0.1)) {
            options.add(new Option("deleteComment", 3, () -> deleteOwn(path + "/comments?limit=100", path)));
        }
        return options;
    }

    private static void offer(List<Option> options, JsonNode can, String action, int weight, Deed deed) {
        if (can.path(action).asBoolean()) {
            options.add(new Option(action, weight, deed));
        }
    }

    private Reply comment(String path, List<String> texts, boolean internal) throws IOException, InterruptedException {
        return colleague.send("POST", path + "/comments", Map.of("body", chance.among(texts), "internal", internal));
    }

    private Reply attach(String path, JsonNode request) throws IOException, InterruptedException {
        return colleague.upload(
                path + "/attachments", DemoFile.about(request.path("title").asText(), chance));
    }

    private Reply edit(String path, JsonNode request) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", request.path("version").asLong());
        List<FieldScript> fields =
                script.fields().stream().filter(field -> known(field.key())).toList();
        if (fields.isEmpty() || chance.of(0.4)) {
            body.put("priority", DemoRequest.priority(chance));
        } else {
            FieldScript field = chance.among(fields);
            body.put("fields", Map.of(field.key(), DemoRequest.value(field, author, today(), chance)));
        }
        return colleague.send("PATCH", path, body);
    }

    private Reply reject(String path, JsonNode request) throws IOException, InterruptedException {
        return colleague.send(
                "POST",
                path + "/rejection",
                Map.of(
                        "reason",
                        chance.among(script.reasons()),
                        "version",
                        request.path("version").asLong()));
    }

    private Reply assign(String path, JsonNode request) throws IOException, InterruptedException {
        List<UUID> staff = DemoTraffic.list(colleague.get("programs/" + Colleague.id(program) + "/members")).stream()
                .filter(member -> !member.path("role").asText().equals("client"))
                .map(member -> Colleague.id(member.path("user")))
                .toList();
        return colleague.send(
                "PUT",
                path + "/assignee",
                Map.of(
                        "userId",
                        chance.among(staff),
                        "version",
                        request.path("version").asLong()));
    }

    /** Takes back one's newest comment, if there is one. */
    private Reply deleteOwn(String list, String path) throws IOException, InterruptedException {
        JsonNode comments = colleague.get(list);
        List<UUID> own = DemoTraffic.list(comments).stream()
                .filter(comment -> comment.path("can").path("delete").asBoolean())
                .map(Colleague::id)
                .toList();
        return own.isEmpty() ? new Reply(200, comments) : colleague.delete(path + "/comments/" + own.getLast());
    }

    /** The program may have been changed by visitors: only what it still has, and what the author sees of it. */
    private Map<String, JsonNode> known(Map<String, JsonNode> values) {
        Map<String, JsonNode> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(key -> !known(key));
        return kept;
    }

    private boolean known(String key) {
        return DemoTraffic.list(Json.tree(Map.of("data", program.path("fields")))).stream()
                .anyMatch(field -> field.path("key").asText().equals(key));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String key(JsonNode request) {
        return request.path("key").asText();
    }
}
