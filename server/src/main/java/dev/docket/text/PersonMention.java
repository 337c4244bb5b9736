package dev.docket.text;

import java.util.UUID;
import org.commonmark.node.CustomNode;

/** Somebody who is mentioned, by the name that they have now. */
final class PersonMention extends CustomNode {
    private final UUID id;
    private final String name;

    PersonMention(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }
}
