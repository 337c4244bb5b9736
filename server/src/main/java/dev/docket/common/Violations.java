package dev.docket.common;

import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with one input, so that the caller learns it at once. */
public final class Violations {
    private final List<Problem.Violation> found = new ArrayList<>();

    /** @param message says the value and the expectation: {@code 2 characters (expected: 3..200)} */
    public void add(String path, String message) {
        found.add(new Problem.Violation(path, message));
    }

    public void addUnless(boolean valid, String path, String message) {
        if (!valid) {
            add(path, message);
        }
    }

    public void addAll(Violations others) {
        found.addAll(others.found);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** @throws Problem 400 that lists everything found, if anything was */
    public void orThrow() {
        if (!found.isEmpty()) {
            throw Problem.validation(found);
        }
    }
}
