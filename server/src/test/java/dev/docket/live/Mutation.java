package dev.docket.live;

import java.util.function.Consumer;

/**
 * One kind of change that the API can make.
 *
 * @param area what it is about
 * @param before brings a scene where the change is possible
 * @param act makes the change, as whoever may
 */
record Mutation(String area, String name, Consumer<Scene> before, Consumer<Scene> act) {
    static final String REQUESTS = "Requests";
    static final String STEPS = "Steps and assignment";
    static final String SHARING = "Sharing and watching";
    static final String COMMENTS = "Comments";
    static final String FILES = "Attachments";
    static final String PROGRAM = "Programs, fields and templates";
    static final String MEMBERS = "Members";

    /** Whether it is about one request, which belongs to somebody. */
    boolean isOfARequest() {
        return !area.equals(PROGRAM) && !area.equals(MEMBERS);
    }

    @Override
    public String toString() {
        return name;
    }
}
