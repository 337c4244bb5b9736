package dev.docket.common;

import org.jspecify.annotations.Nullable;

/** A yes or no in a query. Strict: a value misunderstood as "no" could show something internal to clients. */
public final class Flag {
    private Flag() {}

    /** Absent means no. */
    public static boolean parse(String name, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid(name, value + " (expected: true or false)");
        };
    }
}
