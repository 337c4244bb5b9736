package dev.docket.comment;

import dev.docket.common.Deletion;
import dev.docket.common.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something said on a request.
 *
 * @param body Markdown
 * @param internal seen by staff only; never changes
 * @param mentions who is mentioned, by the names that they have now
 * @param version of the text: 1 as it was added, one more with each edit
 * @param deletion of one that is out of sight and may be restored
 */
record Comment(
        UUID id,
        UUID programId,
        UUID requestId,
        Person author,
        String body,
        boolean internal,
        List<Person> mentions,
        long version,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Deletion deletion) {
    static final int MAX_LENGTH = 5_000;

    /** Names by id, as Markdown shows them. */
    static Map<UUID, String> names(List<Person> mentions) {
        return mentions.stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
