package dev.docket.attachment;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AttachmentPolicyTest {
    private static final UUID ME = Ids.next();
    private static final UUID OTHER = Ids.next();

    @ParameterizedTest
    @EnumSource
    void letsEverybodyUpload(ProgramRole role) {
        assertThat(AttachmentPolicy.mayUpload(as(role), false).allowed()).isTrue();
    }

    @Test
    void letsOnlyStaffUploadInternally() {
        assertThat(AttachmentPolicy.mayUpload(as(MANAGER), true).allowed()).isTrue();
        assertThat(AttachmentPolicy.mayUpload(as(TEAM_MEMBER), true).allowed()).isTrue();
        assertThat(AttachmentPolicy.mayUpload(as(CLIENT), true).refusal())
                .isEqualTo("Only staff of the program can attach internal files.");
    }

    @Test
    void showsInternalFilesToStaffOnly() {
        assertThat(AttachmentPolicy.sees(as(MANAGER).viewer(), by(OTHER, true))).isTrue();
        assertThat(AttachmentPolicy.sees(as(TEAM_MEMBER).viewer(), by(OTHER, true)))
                .isTrue();
        assertThat(AttachmentPolicy.sees(as(CLIENT).viewer(), by(OTHER, true))).isFalse();
        assertThat(AttachmentPolicy.sees(as(CLIENT).viewer(), by(OTHER, false))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void letsEverybodyDeleteTheirOwn(ProgramRole role) {
        assertThat(AttachmentPolicy.mayDelete(as(role), by(ME, false)).allowed())
                .isTrue();
    }

    @Test
    void letsOnlyAManagerDeleteOthers() {
        assertThat(AttachmentPolicy.mayDelete(as(MANAGER), by(OTHER, false)).allowed())
                .isTrue();
        assertThat(AttachmentPolicy.mayDelete(as(TEAM_MEMBER), by(OTHER, false)).refusal())
                .isEqualTo("Only who uploaded it or a program manager can delete a file.");
        assertThat(AttachmentPolicy.mayDelete(as(CLIENT), by(OTHER, false)).allowed())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void refusesEverythingInAnArchivedProgram(ProgramRole role) {
        ProgramAccess access = new ProgramAccess(program(ProgramStatus.ARCHIVED), as(role).viewer());

        assertThat(AttachmentPolicy.mayUpload(access, false).refusal()).contains("archived");
        assertThat(AttachmentPolicy.mayUpload(access, true).refusal()).contains("archived");
        assertThat(AttachmentPolicy.mayDelete(access, by(ME, false)).refusal()).contains("archived");
    }

    private static ProgramAccess as(ProgramRole role) {
        Actor actor = new Actor(
                ME, "Kim Example", role == CLIENT ? Role.CLIENT : Role.TEAM_MEMBER, Ids.next(), Instant.EPOCH);
        return new ProgramAccess(program(ProgramStatus.ACTIVE), new Viewer(actor, role));
    }

    private static Attachment by(UUID uploader, boolean internal) {
        return new Attachment(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "a.txt",
                1,
                FileType.TEXT,
                internal,
                new Person(uploader, "Uploader"),
                "key",
                Attachment.Thumbnail.NOT_MADE,
                Instant.EPOCH,
                null);
    }

    private static Program program(ProgramStatus status) {
        SampleProgram program = SampleProgram.active();
        return (status == ProgramStatus.ARCHIVED ? program.archived() : program).build();
    }
}
