package dev.docket.journal;

/**
 * An answer and where its stream stood before the answer was read: whoever follows the stream from {@code position} may see
 * an entry that the answer already contains, and misses none.
 */
public record Positioned<T>(Position position, T value) {
    /** The response header that carries the position. */
    public static final String HEADER = "Docket-Position";
}
