package dev.docket.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a long list. {@code next}: what to send as {@code before} for the part that follows; null at the end. */
public record CursorPage<T>(List<T> data, @Nullable Long next) {}
