package dev.docket.live;

import dev.docket.journal.Position;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Presentation;
import java.util.List;

/** What a program's turn answers to a session that wants to follow the program from some position. */
sealed interface Step {
    /** The session gets everything after {@code at} as it is released. */
    record Seated(Position at) implements Step {}

    /** The user may not see the program. */
    record Outsider() implements Step {}

    /** The client is ahead of what this node has released: what is committed has to be released first. */
    record Ahead() implements Step {}

    /** Send these first; then the session is at {@code upTo}. */
    record Send(List<Delivery> deliveries, Position upTo) implements Step {}

    /** Read from the table what {@code reader} missed, up to {@code upTo}, and send it first. */
    record ReadTable(Reader reader, Position upTo) implements Step {}

    /** An entry as one viewer may get it. */
    record Delivery(ReleasedEntry entry, Presentation presentation) {}
}
