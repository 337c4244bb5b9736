package dev.docket.common;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, oldest first. {@code next}: what to send as {@code after} for the part that follows; null at the end. */
public record AfterPage<T>(List<T> data, @Nullable UUID next) {
    /**
     * @param read one more than {@code limit} was asked for, to know whether another part follows
     */
    public static <T> AfterPage<T> of(List<T> read, int limit, Function<T, UUID> id) {
        boolean more = read.size() > limit;
        List<T> data = more ? read.subList(0, limit) : read;
        return new AfterPage<>(data, more ? id.apply(data.getLast()) : null);
    }

    public <R> AfterPage<R> map(Function<T, R> presenter) {
        return new AfterPage<>(data.stream().map(presenter).toList(), next);
    }
}
