package dev.docket.program;

import dev.docket.common.Ids;
import dev.docket.common.IfMatch;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/fields")
@Tag(name = "Fields")
final class FieldController {
    private final ProgramFields fields;

    FieldController(ProgramFields fields) {
        this.fields = fields;
    }

    /** All of a program's fields; there are at most a hundred. */
    @Schema(name = "FieldList")
    record FieldList(List<FieldDefinition> data) {}

    @Get
    @Operation(operationId = "listFields", summary = "The fields that requests of the program carry, in order")
    FieldList list(Actor actor, String programId) {
        return new FieldList(fields.list(actor, program(programId)));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addField", summary = "Add a field (program managers)")
    FieldDefinition add(Actor actor, String programId, @Body FieldInput.New input) {
        return fields.add(actor, program(programId), input);
    }

    @Put("/order")
    @Operation(
            operationId = "orderFields",
            summary = "Put all fields into another order (program managers); 409 if the program has others by now")
    FieldList order(
            Actor actor, String programId, @Header("If-Match") @Nullable String ifMatch, @Body FieldInput.Order body) {
        List<UUID> order = body.fieldIds();
        if (order == null || order.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("fieldIds", "missing (expected: the ids of all fields)");
        }
        Long seen = IfMatch.version(ifMatch, body.version());
        return new FieldList(fields.order(actor, program(programId), order, seen));
    }

    @Patch("/{fieldId}")
    @Operation(operationId = "editField", summary = "Change or move a field (program managers)")
    FieldDefinition edit(Actor actor, String programId, String fieldId, @Body FieldInput.Edit edit) {
        return fields.edit(actor, program(programId), Ids.parse("field", fieldId), edit);
    }

    @Delete("/{fieldId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeField",
            summary = "Remove a field; the values that requests hold are kept, unseen (program managers)")
    void remove(Actor actor, String programId, String fieldId) {
        fields.remove(actor, program(programId), Ids.parse("field", fieldId));
    }

    private static UUID program(String programId) {
        return Ids.parse("program", programId);
    }
}
