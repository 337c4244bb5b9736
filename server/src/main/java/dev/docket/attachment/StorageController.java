package dev.docket.attachment;

import dev.docket.common.Ids;
import dev.docket.identity.Actor;
import dev.docket.program.StorageQuotas;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/storage")
@Tag(name = "Attachments")
final class StorageController {
    private final ProgramStorage storage;
    private final StorageQuotas quotas;

    StorageController(ProgramStorage storage, StorageQuotas quotas) {
        this.storage = storage;
        this.quotas = quotas;
    }

    @Schema(name = "StorageQuota")
    record Quota(
            @Schema(
                    description = "Null: as much as the operator's settings say",
                    minimum = "1",
                    maximum = "1125899906842624",
                    nullable = true)
            @Nullable
            Long quotaBytes) {}

    @Get
    @Operation(operationId = "getStorageUsage", summary = "How much the program stores, and may store (staff)")
    ProgramStorage.Usage usage(Actor actor, String programId) {
        return storage.of(actor, Ids.parse("program", programId));
    }

    @Put("/quota")
    @Operation(operationId = "setStorageQuota", summary = "Set how much the program may store (admins)")
    ProgramStorage.Usage setQuota(Actor actor, String programId, @Body Quota quota) {
        UUID program = Ids.parse("program", programId);
        quotas.set(actor, program, quota.quotaBytes());
        return storage.of(actor, program);
    }
}
