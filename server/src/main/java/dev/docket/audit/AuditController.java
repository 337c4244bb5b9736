package dev.docket.audit;

import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.EntryFilter;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/audit")
@Tag(name = "Audit")
final class AuditController {
    private static final String NDJSON = "application/x-ndjson";
    private static final String PROGRAM = "Only this program (id); system: users and settings of the installation";
    private static final String FROM = "Only entries of this instant or later";
    private static final String TO = "Only entries before this instant";

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @Get
    @Operation(operationId = "listAudit", summary = "What happened in the whole installation, newest first (admins)")
    AuditPage list(
            Actor actor,
            @Parameter(description = PROGRAM) @QueryValue @Nullable String program,
            @Parameter(description = "Only events of this name, such as user:updated") @QueryValue @Nullable
                    String event,
            @Parameter(description = "Only what this user did (id)") @QueryValue("actor") @Nullable String actorId,
            @Parameter(description = "Only what is about this user (id)") @QueryValue @Nullable String subject,
            @Parameter(description = "Only entries about this request: its key or id") @QueryValue @Nullable
                    String request,
            @Parameter(description = FROM) @QueryValue @Nullable String from,
            @Parameter(description = TO) @QueryValue @Nullable String to,
            @Parameter(description = "next of the page before") @QueryValue @Nullable String before,
            @Parameter(description = "1..100, 50 if left out") @QueryValue @Nullable Integer limit) {
        return audit.page(
                actor,
                AuditQuery.of(new AuditQuery.Parameters(
                        program,
                        new EntryFilter.Parameters(event, actorId, subject, request, from, to),
                        before,
                        limit)));
    }

    @Get("/heads")
    @Operation(
            operationId = "getAuditHeads",
            summary = "Where every stream of the journal stands, with its hash: to be kept elsewhere (admins)")
    Heads heads(Actor actor) {
        return audit.heads(actor);
    }

    @Get("/export")
    @Produces(NDJSON)
    @Operation(
            operationId = "exportAudit",
            summary = "The journal with its hashes, one JSON object a line, for ./docket audit-verify (admins)")
    HttpResponse<StreamedFile> export(
            Actor actor,
            @Parameter(description = PROGRAM) @QueryValue @Nullable String program,
            @Parameter(description = FROM) @QueryValue @Nullable String from,
            @Parameter(description = TO) @QueryValue @Nullable String to) {
        Violations violations = new Violations();
        UUID stream = AuditQuery.program(violations, program);
        Instant first = EntryFilter.instant(violations, "from", from);
        Instant end = EntryFilter.instant(violations, "to", to);
        violations.orThrow();
        Export export = audit.export(actor, stream, first, end);
        String name =
                "docket-audit-" + export.begin().at().atZone(ZoneOffset.UTC).toLocalDate() + ".ndjson";
        return HttpResponse.ok(new StreamedFile(new ExportStream(export), MediaType.of(NDJSON)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
