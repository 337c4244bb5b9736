package dev.docket.comment;

import dev.docket.common.Person;
import java.time.Instant;
import java.util.List;

/** What a comment said before an edit. */
record CommentVersion(long version, String body, List<Person> mentions, Instant writtenAt) {}
