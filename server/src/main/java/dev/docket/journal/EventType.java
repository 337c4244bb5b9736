package dev.docket.journal;

import java.util.Arrays;

/** Every kind of entry, by the name that it has on the wire. Clients and automations depend on these names. */
public enum EventType {
    REQUEST_CREATED("request:created"),
    REQUEST_UPDATED("request:updated"),
    REQUEST_STATUS_CHANGED("request:status_changed"),
    REQUEST_ASSIGNED("request:assigned"),
    REQUEST_DELETED("request:deleted"),
    REQUEST_WATCHED("request:watched"),
    COMMENT_ADDED("comment:added"),
    COMMENT_UPDATED("comment:updated"),
    COMMENT_DELETED("comment:deleted"),
    ATTACHMENT_UPLOADED("attachment:uploaded"),
    ATTACHMENT_DELETED("attachment:deleted"),
    PROGRAM_CREATED("program:created"),
    PROGRAM_UPDATED("program:updated"),
    MEMBER_ADDED("member:added"),
    MEMBER_UPDATED("member:updated"),
    MEMBER_REMOVED("member:removed"),
    USER_CREATED("user:created"),
    USER_UPDATED("user:updated"),
    USER_PASSWORD_RESET_REQUESTED("user:password_reset_requested"),
    USER_PASSWORD_RESET_ISSUED("user:password_reset_issued"),
    SETTINGS_UPDATED("settings:updated");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static EventType ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("event: " + name + " (expected: a known event name)"));
    }
}
