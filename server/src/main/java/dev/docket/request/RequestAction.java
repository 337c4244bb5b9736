package dev.docket.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody may want to do to a request that they see. */
public enum RequestAction {
    @JsonProperty("edit")
    EDIT,
    /** Check and uncheck items of checklists. */
    @JsonProperty("checkItems")
    CHECK_ITEMS,
    @JsonProperty("delete")
    DELETE,
    @JsonProperty("submit")
    SUBMIT,
    @JsonProperty("withdraw")
    WITHDRAW,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("reject")
    REJECT,
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("assign")
    ASSIGN,
    @JsonProperty("assignSelf")
    ASSIGN_SELF,
    @JsonProperty("comment")
    COMMENT,
    @JsonProperty("commentInternally")
    COMMENT_INTERNALLY,
    @JsonProperty("attach")
    ATTACH,
    @JsonProperty("share")
    SHARE,
    @JsonProperty("watch")
    WATCH
}
