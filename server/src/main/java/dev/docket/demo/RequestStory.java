package dev.docket.demo;

import dev.docket.attachment.Attachments;
import dev.docket.common.Given;
import dev.docket.demo.Cast.Player;
import dev.docket.demo.CompanyScript.ProgramScript;
import dev.docket.demo.CompanyScript.RequestScript;
import dev.docket.request.RequestInput;
import dev.docket.request.SeenVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of one request, from its draft to its end, written down before it happens. */
final class RequestStory {
    /** Something that happens at its time, if that time has come. */
    record Moment(Instant at, Runnable action) {}

    /** Where the story plays. */
    record Stage(CompanyScript company, ProgramScript program, UUID programId, Cast cast, Verbs verbs) {}

    private final Stage stage;
    private final Chance chance;
    private final List<Moment> moments = new ArrayList<>();
    private final Player creator;
    private final Player manager;
    private final DemoRequest content;

    private @Nullable Player assignee;
    private Instant time;
    /** Known once the first moment has been played. */
    private @Nullable UUID requestId;

    private RequestStory(Stage stage, Instant created, Chance chance) {
        this.stage = stage;
        this.chance = chance;
        this.time = created;
        RequestScript script = chance.among(stage.program().requests());
        this.creator = creator(script);
        this.manager = chance.among(stage.cast().managers());
        this.content = DemoRequest.of(
                stage.company(),
                stage.program(),
                script,
                new DemoRequest.Author(creator.isClient(), creator.script().project()),
                LocalDate.ofInstant(created, ZoneOffset.UTC),
                chance);
    }

    /** In the order of time. */
    static List<Moment> write(Stage stage, Instant created, Chance chance) {
        RequestStory story = new RequestStory(stage, created, chance);
        story.tell();
        return story.moments;
    }

    private void tell() {
        moments.add(new Moment(time, this::create));
        if (chance.of(0.06)) {
            return; // a draft that nobody ever handed in
        }
        if (chance.of(0.03)) {
            then(60, 3_000, () -> verbs().requests().delete(creator.actor(), program(), request(), SeenVersion.UNSAID));
            return;
        }
        handIn();
        if (creator.isClient() && chance.of(0.4)) {
            share();
        }
        talk(2);
        if (chance.of(0.8)) {
            assign();
        }
        if (!review()) {
            return;
        }
        talk(2);
        if (assignee == null) {
            assign();
        }
        Player doer = assignee == null || chance.of(0.2) ? manager : assignee;
        then(600, 8_000, () -> verbs().steps().complete(doer.actor(), program(), request(), SeenVersion.UNSAID));
        if (chance.of(0.3)) {
            say(creator, "Thank you!", false);
        }
    }

    private void handIn() {
        if (chance.of(0.35)) {
            attach(creator, false);
        }
        submit(5, 240);
        if (chance.of(0.05)) {
            then(30, 300, () -> verbs().steps().withdraw(creator.actor(), program(), request(), SeenVersion.UNSAID));
            submit(60, 1_500);
        }
    }

    /** @return whether the request goes on */
    private boolean review() {
        boolean needed = stage.program().requireApproval();
        if (needed || chance.of(0.4)) {
            takeIntoReview();
            talk(3);
        }
        if (chance.of(0.15)) {
            String reason = chance.among(stage.program().reasons());
            then(
                    30,
                    1_500,
                    () -> verbs().steps().reject(manager.actor(), program(), request(), SeenVersion.UNSAID, reason));
            if (chance.of(0.4)) {
                return false;
            }
            improve();
            submit(10, 600);
            takeIntoReview();
        }
        if (needed) {
            then(60, 2_500, () -> verbs().steps().approve(manager.actor(), program(), request(), SeenVersion.UNSAID));
        }
        return true;
    }

    private void create() {
        requestId = verbs().requests()
                .create(
                        creator.actor(),
                        program(),
                        new RequestInput.New(
                                content.title(),
                                content.description(),
                                content.priority(),
                                content.dueDate() == null
                                        ? null
                                        : content.dueDate().toString(),
                                content.fields(),
                                null))
                .request()
                .id();
    }

    private void submit(int least, int most) {
        then(least, most, () -> verbs().steps().submit(creator.actor(), program(), request(), SeenVersion.UNSAID));
    }

    private void takeIntoReview() {
        then(60, 2_000, () -> verbs().steps().review(manager.actor(), program(), request(), SeenVersion.UNSAID));
        if (chance.of(0.25)) {
            var priority = DemoRequest.priority(chance);
            then(2, 60, () -> edit(manager, Given.absent(), Given.of(priority)));
        }
    }

    private void improve() {
        String description = content.description() + "\n\nUpdate: what was missing is attached now.";
        then(60, 2_000, () -> edit(creator, Given.of(description), Given.absent()));
        attach(creator, false);
    }

    private void edit(Player editor, Given<String> description, Given<dev.docket.request.Priority> priority) {
        verbs().requests()
                .edit(
                        editor.actor(),
                        program(),
                        request(),
                        new RequestInput.Edit(Given.absent(), description, priority, Given.absent(), null, null),
                        SeenVersion.UNSAID);
    }

    /** By a manager, or somebody of the team takes it. */
    private void assign() {
        Player chosen = chance.among(stage.cast().team());
        Player by = chance.of(0.7) ? manager : chosen;
        assignee = chosen;
        then(
                20,
                1_200,
                () -> verbs().steps()
                        .assign(by.actor(), program(), request(), chosen.actor().id(), SeenVersion.UNSAID));
    }

    private void talk(int most) {
        for (int i = chance.between(0, most); i > 0; i--) {
            Player speaker = chance.among(concerned());
            boolean internal = !speaker.isClient() && chance.of(0.3);
            String text = chance.among(
                    internal ? stage.program().internal() : stage.program().comments());
            say(speaker, chance.of(0.25) ? addressed(speaker, text, internal) : text, internal);
            if (chance.of(0.2)) {
                attach(speaker, internal);
            }
        }
    }

    /** To somebody who may read it: the client who asked, or else somebody of the staff. */
    private String addressed(Player speaker, String text, boolean internal) {
        Player staff = assignee == null || assignee.equals(speaker) ? manager : assignee;
        Player other = creator.isClient() && !creator.equals(speaker) && !internal ? creator : staff;
        return other.equals(speaker)
                ? text
                : "[@" + other.script().name() + "](user:" + other.actor().id() + ") " + text;
    }

    /** With another client of the program. */
    private void share() {
        Player other = chance.among(stage.cast().clients());
        if (!other.equals(creator)) {
            then(
                    5,
                    300,
                    () -> verbs().participants()
                            .add(
                                    creator.actor(),
                                    program(),
                                    request(),
                                    other.actor().id()));
        }
    }

    private List<Player> concerned() {
        return assignee == null ? List.of(creator, manager) : List.of(creator, manager, assignee);
    }

    private void say(Player speaker, String text, boolean internal) {
        then(10, 900, () -> verbs().comments().add(speaker.actor(), program(), request(), text, internal));
    }

    private void attach(Player uploader, boolean internal) {
        DemoFile file = DemoFile.about(content.title(), chance);
        then(
                2,
                60,
                () -> verbs().attachments()
                        .add(
                                uploader.actor(),
                                new Attachments.Place(program(), request(), internal),
                                file.name(),
                                file.open()));
    }

    private void then(int leastMinutes, int mostMinutes, Runnable action) {
        time = WorkingHours.after(time, chance.between(leastMinutes, mostMinutes), chance);
        moments.add(new Moment(time, action));
    }

    private Player creator(RequestScript script) {
        Cast cast = stage.cast();
        if (script.byClients() && !cast.clients().isEmpty() && chance.of(0.75)) {
            return chance.among(cast.clients());
        }
        return chance.of(0.15) ? chance.among(cast.managers()) : chance.among(cast.team());
    }

    private Verbs verbs() {
        return stage.verbs();
    }

    private UUID program() {
        return stage.programId();
    }

    private UUID request() {
        return java.util.Objects.requireNonNull(requestId);
    }
}
