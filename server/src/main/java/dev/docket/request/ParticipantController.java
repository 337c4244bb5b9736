package dev.docket.request;

import dev.docket.common.Ids;
import dev.docket.common.Person;
import dev.docket.identity.Actor;
import dev.docket.journal.Positioned;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/api/v1/programs/{programId}/requests/{requestId}/participants")
@Tag(name = "Participants")
final class ParticipantController {
    private final Requests requests;
    private final Participants participants;

    ParticipantController(Requests requests, Participants participants) {
        this.requests = requests;
        this.participants = participants;
    }

    @Schema(name = "ParticipantList")
    record ParticipantList(List<Person> data) {}

    @Get
    @Operation(operationId = "listParticipants", summary = "The clients whom the request is shared with, at most 50")
    HttpResponse<ParticipantList> list(Actor actor, String programId, String requestId) {
        Positioned<RequestDetail> found =
                requests.get(actor, Ids.parse("program", programId), Ids.parse("request", requestId));
        return HttpResponse.ok(new ParticipantList(found.value().request().participants()))
                .header(Positioned.HEADER, found.position().toHeader());
    }

    @Put("/{userId}")
    @Operation(
            operationId = "shareRequest",
            summary = "Share with another client of the program (its creator, the assignee, program managers);"
                    + " of a draft they see nothing before it is submitted")
    RequestDetail add(Actor actor, String programId, String requestId, String userId) {
        return participants.add(
                actor, Ids.parse("program", programId), Ids.parse("request", requestId), Ids.parse("member", userId));
    }

    @Delete("/{userId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "stopSharingRequest",
            summary = "Stop sharing (its creator, the assignee, program managers); participants themselves may leave")
    void remove(Actor actor, String programId, String requestId, String userId) {
        participants.remove(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                Ids.parse("participant", userId));
    }
}
