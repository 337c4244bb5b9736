package dev.docket.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.docket.text.Markdown;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as REST answers it alone: with what the viewer may do to it.
 *
 * @param cannot a sentence for each false in {@code can}
 */
@Schema(name = "RequestDetail")
public record RequestDetail(
        @JsonUnwrapped RequestView request,

        @Schema(description = "The description, which is Markdown, as HTML that is safe to show")
        String descriptionHtml,

        Can can,
        Map<RequestAction, String> cannot,

        @Schema(description = "Whether you watch it; only in the answer to GET")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean watching) {
    /** The policy's answers, one per {@link RequestAction}. */
    @Schema(name = "RequestCan")
    public record Can(
            boolean edit,
            boolean checkItems,
            boolean delete,
            boolean submit,
            boolean withdraw,
            boolean review,
            boolean approve,
            boolean reject,
            boolean complete,
            boolean assign,
            boolean assignSelf,
            boolean comment,
            boolean commentInternally,
            boolean attach,
            boolean share,
            boolean watch) {}

    static RequestDetail of(RequestView request, Map<RequestAction, String> cannot) {
        Can can = new Can(
                !cannot.containsKey(RequestAction.EDIT),
                !cannot.containsKey(RequestAction.CHECK_ITEMS),
                !cannot.containsKey(RequestAction.DELETE),
                !cannot.containsKey(RequestAction.SUBMIT),
                !cannot.containsKey(RequestAction.WITHDRAW),
                !cannot.containsKey(RequestAction.REVIEW),
                !cannot.containsKey(RequestAction.APPROVE),
                !cannot.containsKey(RequestAction.REJECT),
                !cannot.containsKey(RequestAction.COMPLETE),
                !cannot.containsKey(RequestAction.ASSIGN),
                !cannot.containsKey(RequestAction.ASSIGN_SELF),
                !cannot.containsKey(RequestAction.COMMENT),
                !cannot.containsKey(RequestAction.COMMENT_INTERNALLY),
                !cannot.containsKey(RequestAction.ATTACH),
                !cannot.containsKey(RequestAction.SHARE),
                !cannot.containsKey(RequestAction.WATCH));
        return new RequestDetail(request, Markdown.html(request.description()), can, cannot, null);
    }

    RequestDetail watched(boolean watching) {
        return new RequestDetail(request, descriptionHtml, can, cannot, watching);
    }
}
