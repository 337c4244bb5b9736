package dev.docket.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry about to be appended.
 *
 * @param stream the program's id, or {@link Journal#SYSTEM}
 * @param version of the request after the change; in an entry about the program, of the program
 * @param subjectId the user whose rights the entry changes (membership, role, activity)
 * @param data of the event, in the staff presentation
 * @param clientData the same in the client presentation; none if no client may ever read this entry
 */
public record NewEntry(
        UUID stream,
        EventType event,
        @Nullable UUID requestId,
        @Nullable Long version,
        @Nullable UUID subjectId,
        UUID actorId,
        String actorName,
        Audience audience,
        List<Change> changes,
        JsonNode data,
        @Nullable JsonNode clientData) {}
