package dev.docket.request;

/** A comment or an attachment more ({@code by} 1) or less ({@code by} -1) on a request. */
public record CountChange(Of of, boolean internal, int by) {
    /** What is counted. */
    public enum Of {
        COMMENTS,
        ATTACHMENTS
    }

    public static CountChange comments(boolean internal, int by) {
        return new CountChange(Of.COMMENTS, internal, by);
    }

    public static CountChange attachments(boolean internal, int by) {
        return new CountChange(Of.ATTACHMENTS, internal, by);
    }

    String column() {
        return switch (of) {
            case COMMENTS -> internal ? "internal_comment_count" : "comment_count";
            case ATTACHMENTS -> internal ? "internal_attachment_count" : "attachment_count";
        };
    }
}
