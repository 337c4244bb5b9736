package dev.docket.program;

/** How many requests are active: in the whole program, and of one creator among them. */
public record ActiveUsage(int program, int creator) {
    public static final ActiveUsage NONE = new ActiveUsage(0, 0);
}
