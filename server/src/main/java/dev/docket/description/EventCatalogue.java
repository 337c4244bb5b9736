package dev.docket.description;

import static dev.docket.description.Schemas.anyOf;
import static dev.docket.description.Schemas.id;
import static dev.docket.description.Schemas.listOf;
import static dev.docket.description.Schemas.object;
import static dev.docket.description.Schemas.orNull;
import static dev.docket.description.Schemas.ref;
import static dev.docket.description.Schemas.type;
import static dev.docket.description.Schemas.with;
import static dev.docket.description.Schemas.withOptional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.journal.EventType;

/** What each event of the journal carries. A new one does not compile until it says so here. */
final class EventCatalogue {
    private EventCatalogue() {}

    /** @param data the schema of the envelope's {@code data} */
    record Event(String summary, ObjectNode data) {}

    static Event of(EventType type) {
        return switch (type) {
            case REQUEST_CREATED -> sent("A request was created", request());
            case REQUEST_UPDATED ->
                sent("Fields of a request were changed", with(request(), "changedFields", listOf(type("string"))));
            case REQUEST_STATUS_CHANGED ->
                sent(
                        "A request took a step",
                        withOptional(
                                with(with(request(), "from", ref("RequestStatus")), "to", ref("RequestStatus")),
                                "reason",
                                type("string").put("description", "Of a rejection")));
            case REQUEST_ASSIGNED ->
                sent(
                        "A request was given to somebody, or to nobody",
                        with(
                                with(request(), "assignedTo", orNull(ref("Person"))),
                                "previousAssignee",
                                orNull(ref("Person"))));
            case REQUEST_DELETED ->
                sent(
                        "A request was deleted, or is to be forgotten: you may no longer see it",
                        with(object(), "request", anyOf(ref("Request"), with(object(), "id", id()))));
            case COMMENT_ADDED -> sent("Somebody commented", with(object(), "comment", ref("Comment")));
            case COMMENT_UPDATED -> sent("A comment was edited", with(object(), "comment", ref("Comment")));
            case COMMENT_DELETED -> sent("A comment was deleted", with(object(), "commentId", id()));
            case ATTACHMENT_UPLOADED -> sent("A file was attached", with(object(), "attachment", ref("Attachment")));
            case ATTACHMENT_DELETED -> sent("A file was deleted", with(object(), "attachmentId", id()));
            case PROGRAM_CREATED -> sent("The program was created", with(object(), "program", ref("ProgramSummary")));
            case PROGRAM_UPDATED ->
                sent(
                        "Settings or fields of the program were changed",
                        with(object(), "program", ref("ProgramSummary")));
            case MEMBER_ADDED -> sent("Somebody became a member", with(object(), "member", ref("Member")));
            case MEMBER_UPDATED -> sent("A member has another role", with(object(), "member", ref("Member")));
            case MEMBER_REMOVED -> sent("Somebody is no longer a member, perhaps you", with(object(), "userId", id()));
            case REQUEST_WATCHED ->
                sent(
                        "You began or ended to watch a request; only your own sockets are told",
                        with(with(object(), "requestId", id()), "watching", type("boolean")));
            case USER_CREATED -> user("An account was made");
            case USER_UPDATED -> user("Of an account: name, address, role, activity, password or open log-ins");
            case USER_PASSWORD_RESET_REQUESTED -> user("Somebody asked for a new password by e-mail");
            case USER_PASSWORD_RESET_ISSUED -> user("An admin made a link for a new password");
            case SETTINGS_UPDATED ->
                toAdmins(
                        "Settings of the installation were changed",
                        with(object(), "settings", ref("InstallationSettings")));
        };
    }

    private static ObjectNode request() {
        return with(object(), "request", ref("Request"));
    }

    private static Event user(String summary) {
        return toAdmins(summary, with(object(), "user", ref("User")));
    }

    /** Of the system stream. */
    private static Event toAdmins(String summary, ObjectNode data) {
        return new Event(summary + "; only admins are told", data);
    }

    private static Event sent(String summary, ObjectNode data) {
        return new Event(summary, data);
    }
}
