package dev.docket.comment;

import dev.docket.common.Person;
import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.Audience;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.request.Request;
import dev.docket.request.RequestAudience;
import dev.docket.request.Requests;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import dev.docket.text.Markdown;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who can be mentioned in a comment: exactly those who will read it. Clients find only members, no other admin. */
@Singleton
final class Mentionable {
    static final int MAX_MENTIONS = 50;
    static final int MAX_FOUND = 20;
    private static final int MAX_QUERY = 100;

    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final MentionableStore store;

    Mentionable(Database database, Programs programs, Requests requests, MentionableStore store) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.store = store;
    }

    /** By name, at most {@value #MAX_FOUND}. */
    List<Person> find(Actor actor, UUID programId, UUID requestId, String query, boolean internal) {
        Violations violations = new Violations();
        violations.addUnless(
                query.length() <= MAX_QUERY, "q", query.length() + " characters (expected: 0.." + MAX_QUERY + ")");
        violations.orThrow();
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Request request = requests.find(tx, access, requestId);
            CommentPolicy.mayAdd(access, internal).orForbid();
            return store.named(tx, readers(access, request, internal), query.strip(), MAX_FOUND);
        });
    }

    /**
     * The people whom a text mentions.
     *
     * @param before who was mentioned already; they stay, whatever they may see by now
     * @throws Problem 422 if somebody else could not read the comment, 400 if there are too many
     */
    List<Person> in(
            Transaction tx, ProgramAccess access, Request request, String body, boolean internal, List<Person> before) {
        Map<UUID, String> mentioned = Markdown.mentions(body);
        if (mentioned.isEmpty()) {
            return List.of();
        }
        if (mentioned.size() > MAX_MENTIONS) {
            throw Problem.invalid("body", mentioned.size() + " mentions (expected: at most " + MAX_MENTIONS + ")");
        }
        Map<UUID, String> known =
                Comment.names(store.among(tx, readers(access, request, internal), mentioned.keySet()));
        Map<UUID, String> kept = Comment.names(before);
        refuse(mentioned, Set.copyOf(known.keySet()), kept.keySet(), internal);
        return mentioned.keySet().stream()
                .map(id -> new Person(id, known.getOrDefault(id, kept.getOrDefault(id, ""))))
                .toList();
    }

    private static void refuse(Map<UUID, String> mentioned, Set<UUID> known, Set<UUID> kept, boolean internal) {
        List<Person> strangers = mentioned.entrySet().stream()
                .filter(mention -> !known.contains(mention.getKey()) && !kept.contains(mention.getKey()))
                .map(mention -> new Person(mention.getKey(), mention.getValue()))
                .toList();
        if (!strangers.isEmpty()) {
            throw Problem.notMentionable(
                    strangers, internal ? "staff of the program" : "people of the program who see the request");
        }
    }

    private static MentionableStore.Readers readers(ProgramAccess access, Request request, boolean internal) {
        Audience audience = internal ? RequestAudience.internal(request) : RequestAudience.of(request);
        return new MentionableStore.Readers(
                request.programId(), audience, access.viewer().isStaff());
    }
}
