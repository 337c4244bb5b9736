package dev.docket.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** Where a request is, for those who know only its key. */
@Schema(name = "RequestPlace")
record RequestPlace(UUID programId, UUID requestId, String key, String title) {}
