package dev.docket.request;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.Change;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ProgramChanges;
import dev.docket.program.Programs;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The templates of programs: made by managers, used by whoever files a request. */
@Singleton
public final class Templates {
    private final Database database;
    private final Programs programs;
    private final TemplateStore store;
    private final ProgramChanges records;
    private final Clock clock;

    Templates(Database database, Programs programs, TemplateStore store, ProgramChanges records, Clock clock) {
        this.database = database;
        this.programs = programs;
        this.store = store;
        this.records = records;
        this.clock = clock;
    }

    Page<TemplateView> list(Actor actor, UUID programId, Paging paging) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            TemplatePolicy.maySee(access).orForbid();
            boolean withStaffOnly = access.viewer().isStaff();
            List<TemplateView> views = store.list(tx, programId, withStaffOnly, paging).stream()
                    .map(template -> TemplateView.of(access, template))
                    .toList();
            return Page.of(views, paging, store.count(tx, programId, withStaffOnly));
        });
    }

    TemplateView get(Actor actor, UUID programId, UUID id) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            TemplatePolicy.maySee(access).orForbid();
            return TemplateView.of(access, existing(tx, access, id));
        });
    }

    public TemplateView create(Actor actor, UUID programId, TemplateInput.New input) {
        return database.write(tx -> {
            ProgramAccess access = editable(tx, actor, programId);
            TemplateInput.Settings settings = TemplateInput.Settings.NOTHING.with(access, input.asEdit());
            if (store.count(tx, programId, true) >= Template.MAX) {
                throw Problem.conflict(
                        "The program has " + Template.MAX + " templates, which is the most there can be.");
            }
            Template created = store.insert(tx, Ids.next(), programId, settings, now());
            records.record(tx, access, List.of(change(null, created)));
            return TemplateView.of(access, created);
        });
    }

    /** What is outdated in it goes by the way. */
    TemplateView edit(Actor actor, UUID programId, UUID id, TemplateInput.Edit edit) {
        return database.write(tx -> {
            ProgramAccess access = editable(tx, actor, programId);
            Template before = existing(tx, access, id);
            var settings = new TemplateInput.Settings(before.name(), before.visibility(), before.usableBy(access))
                    .with(access, edit);
            if (settings.equals(new TemplateInput.Settings(before.name(), before.visibility(), before.content()))) {
                return TemplateView.of(access, before);
            }
            Template after = store.update(tx, before, settings, now());
            records.record(tx, access, List.of(change(before, after)));
            return TemplateView.of(access, after);
        });
    }

    /** Requests that were made from it stay as they are. */
    void delete(Actor actor, UUID programId, UUID id) {
        database.writeOnly(tx -> {
            ProgramAccess access = editable(tx, actor, programId);
            Template template = existing(tx, access, id);
            store.delete(tx, id);
            records.record(tx, access, List.of(change(template, null)));
        });
    }

    /** What a new request starts with: nothing, or what of the template its author may fill in. */
    RequestContent start(Transaction tx, ProgramAccess access, RequestInput.New input) {
        UUID id = input.templateId();
        if (id == null) {
            return RequestContent.EMPTY;
        }
        return store.find(tx, access.program().id(), id)
                .filter(template -> template.visibleTo(access.viewer()))
                .orElseThrow(
                        () -> Problem.invalid("templateId", id + " (expected: the id of a template of the program)"))
                .usableBy(access);
    }

    private ProgramAccess editable(Transaction tx, Actor actor, UUID programId) {
        ProgramAccess access = programs.accessForCounting(tx, actor, programId);
        TemplatePolicy.mayEdit(access).orForbid();
        return access;
    }

    private Template existing(Transaction tx, ProgramAccess access, UUID id) {
        return store.find(tx, access.program().id(), id)
                .filter(template -> template.visibleTo(access.viewer()))
                .orElseThrow(() -> Problem.notFound("template"));
    }

    private static Change change(@Nullable Template before, @Nullable Template after) {
        Template named = after == null ? java.util.Objects.requireNonNull(before) : after;
        return Change.ofStaff("templates." + named.id(), named.name(), said(before), said(after));
    }

    private static TemplateInput.@Nullable Settings said(@Nullable Template template) {
        return template == null
                ? null
                : new TemplateInput.Settings(template.name(), template.visibility(), template.content());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
