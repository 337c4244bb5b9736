package dev.docket.common;

import java.util.List;

/** One page of a list, as every list endpoint answers it. */
public record Page<T>(List<T> data, Pagination pagination) {
    /** {@code page} counts from 1; {@code total} rows over {@code pages} pages. */
    public record Pagination(int page, int limit, long total, int pages) {}

    public static <T> Page<T> of(List<T> data, Paging paging, long total) {
        int pages = (int) ((total + paging.limit() - 1) / paging.limit());
        return new Page<>(data, new Pagination(paging.page(), paging.limit(), total, pages));
    }
}
