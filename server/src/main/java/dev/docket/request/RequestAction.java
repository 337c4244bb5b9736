package dev.docket.request;

/** What somebody may want to do to a request that they see. */
public enum RequestAction {
    EDIT,
    DELETE,
    SUBMIT,
    WITHDRAW,
    REVIEW,
    APPROVE,
    REJECT,
    COMPLETE,
    ASSIGN,
    ASSIGN_SELF,
    COMMENT,
    COMMENT_INTERNALLY,
    ATTACH
}
