package dev.docket.live;

/** Why the server closes a connection, as {@code live:closing} says it. */
enum Closing {
    TOKEN_EXPIRED("token_expired"),
    USER_INACTIVE("user_inactive"),
    SLOW("slow");

    private final String wireName;

    Closing(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
