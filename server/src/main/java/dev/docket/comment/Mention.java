package dev.docket.comment;

import dev.docket.common.Person;
import dev.docket.request.RequestPlace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A comment that mentions somebody, for whoever is mentioned. {@code people}: all whom it mentions. */
record Mention(
        UUID commentId,
        RequestPlace request,
        Person author,
        String body,
        List<Person> people,
        boolean internal,
        Instant createdAt) {}
