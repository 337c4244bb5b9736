package dev.docket.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** Where a request is, and what people call it: enough to link to it. */
@Schema(name = "RequestPlace")
public record RequestPlace(UUID programId, UUID requestId, String key, String title) {}
