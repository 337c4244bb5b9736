package dev.docket.common;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for: {@code page} from 1, {@code limit} 1..100. */
public record Paging(int page, int limit) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    private static final int MAX_PAGE = 1_000_000;

    /** @throws Problem 400 that names each parameter out of range */
    public static Paging of(@Nullable Integer page, @Nullable Integer limit) {
        int thePage = page == null ? 1 : page;
        int theLimit = limit == null ? DEFAULT_LIMIT : limit;
        List<Problem.Violation> errors = new ArrayList<>();
        if (thePage < 1 || thePage > MAX_PAGE) {
            errors.add(new Problem.Violation("page", thePage + " (expected: 1.." + MAX_PAGE + ")"));
        }
        if (theLimit < 1 || theLimit > MAX_LIMIT) {
            errors.add(new Problem.Violation("limit", theLimit + " (expected: 1.." + MAX_LIMIT + ")"));
        }
        if (!errors.isEmpty()) {
            throw Problem.validation(errors);
        }
        return new Paging(thePage, theLimit);
    }

    public long offset() {
        return (page - 1L) * limit;
    }
}
