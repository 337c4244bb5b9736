package dev.docket.comment;

import static dev.docket.program.ProgramRole.CLIENT;
import static dev.docket.program.ProgramRole.MANAGER;
import static dev.docket.program.ProgramRole.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.common.Person;
import dev.docket.identity.Actor;
import dev.docket.identity.Role;
import dev.docket.program.Program;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ProgramRole;
import dev.docket.program.ProgramStatus;
import dev.docket.program.SampleProgram;
import dev.docket.program.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CommentPolicyTest {
    private static final UUID ME = Ids.next();
    private static final UUID OTHER = Ids.next();

    @ParameterizedTest
    @EnumSource
    void letsEverybodyComment(ProgramRole role) {
        assertThat(CommentPolicy.mayAdd(as(role), false).allowed()).isTrue();
    }

    @Test
    void letsOnlyStaffCommentInternally() {
        assertThat(CommentPolicy.mayAdd(as(MANAGER), true).allowed()).isTrue();
        assertThat(CommentPolicy.mayAdd(as(TEAM_MEMBER), true).allowed()).isTrue();
        assertThat(CommentPolicy.mayAdd(as(CLIENT), true).refusal())
                .isEqualTo("Only staff of the program can write internal comments.");
    }

    @Test
    void showsInternalCommentsToStaffOnly() {
        assertThat(CommentPolicy.sees(as(MANAGER).viewer(), by(OTHER, true))).isTrue();
        assertThat(CommentPolicy.sees(as(TEAM_MEMBER).viewer(), by(OTHER, true)))
                .isTrue();
        assertThat(CommentPolicy.sees(as(CLIENT).viewer(), by(OTHER, true))).isFalse();
        assertThat(CommentPolicy.sees(as(CLIENT).viewer(), by(OTHER, false))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void letsEverybodyDeleteTheirOwn(ProgramRole role) {
        assertThat(CommentPolicy.mayDelete(as(role), by(ME, false)).allowed()).isTrue();
    }

    @Test
    void letsOnlyAManagerDeleteOthers() {
        assertThat(CommentPolicy.mayDelete(as(MANAGER), by(OTHER, false)).allowed())
                .isTrue();
        assertThat(CommentPolicy.mayDelete(as(TEAM_MEMBER), by(OTHER, false)).refusal())
                .isEqualTo("Only its author or a program manager can delete a comment.");
        assertThat(CommentPolicy.mayDelete(as(CLIENT), by(OTHER, false)).allowed())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesEverythingInAnArchivedProgram(ProgramRole role) {
        ProgramAccess access = new ProgramAccess(program(ProgramStatus.ARCHIVED), as(role).viewer());

        assertThat(CommentPolicy.mayAdd(access, false).refusal()).contains("archived");
        assertThat(CommentPolicy.mayAdd(access, true).refusal()).contains("archived");
        assertThat(CommentPolicy.mayDelete(access, by(ME, false)).refusal()).contains("archived");
    }

    private static ProgramAccess as(ProgramRole role) {
        Actor actor = new Actor(
                ME, "Kim Example", role == CLIENT ? Role.CLIENT : Role.TEAM_MEMBER, Ids.next(), Instant.EPOCH);
        return new ProgramAccess(program(ProgramStatus.ACTIVE), new Viewer(actor, role));
    }

    private static Comment by(UUID author, boolean internal) {
        return new Comment(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                new Person(author, "Author"),
                "Text",
                internal,
                List.of(),
                1,
                Instant.EPOCH,
                null,
                null);
    }

    private static Program program(ProgramStatus status) {
        SampleProgram program = SampleProgram.active();
        return (status == ProgramStatus.ARCHIVED ? program.archived() : program).build();
    }
}
