package dev.docket.common;

import org.jspecify.annotations.Nullable;

/** The answer of a policy: yes, or no with a sentence that names the rule and who could do it. */
public record Decision(@Nullable String refusal) {
    public static final Decision YES = new Decision(null);

    public static Decision no(String refusal) {
        return new Decision(refusal);
    }

    public static Decision yesIf(boolean condition, String refusal) {
        return condition ? YES : no(refusal);
    }

    public boolean allowed() {
        return refusal == null;
    }

    /** This answer if it is a no, else the other. */
    public Decision and(Decision other) {
        return allowed() ? other : this;
    }

    /** @throws Problem 403 with the sentence, if the answer is no */
    public void orForbid() {
        if (refusal != null) {
            throw Problem.forbidden(refusal);
        }
    }
}
