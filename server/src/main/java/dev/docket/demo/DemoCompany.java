package dev.docket.demo;

import dev.docket.common.Settings;
import dev.docket.demo.Cast.Player;
import dev.docket.demo.CompanyScript.FieldScript;
import dev.docket.demo.CompanyScript.ProgramScript;
import dev.docket.demo.RequestStory.Moment;
import dev.docket.demo.RequestStory.Stage;
import dev.docket.identity.NewUser;
import dev.docket.identity.User;
import dev.docket.identity.Users;
import dev.docket.program.FieldInput;
import dev.docket.program.Memberships;
import dev.docket.program.NewProgram;
import dev.docket.program.ProgramRole;
import dev.docket.request.TemplateInput;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty installation with a company that has worked with Docket for six weeks. */
@Singleton
public final class DemoCompany {
    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);
    private static final long SEED = 20_261_123;
    private static final Duration PAST = Duration.ofDays(45);
    private static final int REQUESTS_PER_PROGRAM = 44;

    private final Settings settings;
    private final Database database;
    private final Users users;
    private final Memberships memberships;
    private final Verbs verbs;
    private final Clock clock;

    DemoCompany(Settings settings, Database database, Users users, Memberships memberships, Verbs verbs, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.users = users;
        this.memberships = memberships;
        this.verbs = verbs;
        this.clock = clock;
    }

    /**
     * Makes the company if there is no program yet. Each program's story is played in the order of time, the programs
     * beside each other.
     *
     * @return whom to log in as, also when the company was made earlier; empty if what is here is no demo
     */
    public Optional<DemoAccounts> seedIfEmpty() {
        Player admin = Player.of(
                database.read(users::oldestActiveAdmin).orElseThrow(),
                new CompanyScript.PersonScript("", "", dev.docket.identity.Role.ADMIN, "", null));
        boolean empty = database.read(tx -> memberships
                .sightsOf(tx, admin.actor().id(), admin.actor().role())
                .isEmpty());
        if (!empty) {
            return DemoAccounts.read(settings.dataDir());
        }
        Instant now = clock.instant();
        CompanyScript company = CompanyScript.read();
        DemoAccounts accounts = DemoAccounts.of(company, DemoAccounts.newPassword());
        // First of all: whatever happens next, nobody is locked out.
        accounts.write(settings.dataDir());
        Map<String, Player> everybody = hire(admin, company, accounts, now.minus(PAST));
        play(company, everybody, now);
        log.info(
                "the demo company is ready: {} people, {} programs, made in {} ms",
                everybody.size(),
                company.programs().size(),
                Duration.between(now, clock.instant()).toMillis());
        return Optional.of(accounts);
    }

    private Map<String, Player> hire(Player admin, CompanyScript company, DemoAccounts accounts, Instant at) {
        Map<String, Player> everybody = new HashMap<>();
        for (int i = 0; i < company.people().size(); i++) {
            CompanyScript.PersonScript person = company.people().get(i);
            String password = accounts.accounts().get(i).password();
            DemoClock.at(at.plusSeconds(i), () -> {
                User user = users.create(
                        admin.actor(),
                        new NewUser(person.email(), person.first(), person.last(), person.role(), password));
                everybody.put(person.name(), Player.of(user, person));
            });
        }
        return everybody;
    }

    private void play(CompanyScript company, Map<String, Player> everybody, Instant now) {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> programs = IntStream.range(
                            0, company.programs().size())
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> play(company, company.programs().get(i), everybody, now, new Chance(SEED + i)),
                            beside))
                    .toList();
            programs.forEach(CompletableFuture::join);
        }
    }

    private void play(
            CompanyScript company, ProgramScript program, Map<String, Player> everybody, Instant now, Chance chance) {
        Cast cast = Cast.of(program, everybody);
        UUID[] programId = new UUID[1];
        DemoClock.at(now.minus(PAST).plusSeconds(60), () -> programId[0] = found(program, cast));
        Stage stage = new Stage(company, program, programId[0], cast, verbs);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < REQUESTS_PER_PROGRAM; i++) {
            // More of them lately, as in a company that grows.
            long age = (long) (PAST.minusDays(1).toSeconds() * Math.pow(chance.share(), 1.4));
            Instant created = WorkingHours.after(now.minusSeconds(age), 0, chance);
            moments.addAll(RequestStory.write(stage, created, chance));
        }
        moments.removeIf(moment -> !moment.at().isBefore(now));
        moments.sort(Comparator.comparing(Moment::at));
        moments.forEach(moment -> DemoClock.at(moment.at(), moment.action()));
    }

    private UUID found(ProgramScript program, Cast cast) {
        Player founder = cast.managers().getFirst();
        UUID id = verbs.programs()
                .create(
                        founder.actor(),
                        NewProgram.simple(
                                program.name(),
                                program.key(),
                                program.description(),
                                program.allowClientSubmission(),
                                program.requireApproval(),
                                program.maxActiveRequests(),
                                program.maxActiveRequestsPerUser()))
                .program()
                .id();
        program.fields().forEach(field -> verbs.fields().add(founder.actor(), id, input(field)));
        cast.managers().stream().skip(1).forEach(manager -> join(founder, id, manager, ProgramRole.MANAGER));
        cast.team().forEach(member -> join(founder, id, member, ProgramRole.TEAM_MEMBER));
        cast.clients().forEach(client -> join(founder, id, client, ProgramRole.CLIENT));
        program.templates()
                .forEach(template -> verbs.templates()
                        .create(
                                founder.actor(),
                                id,
                                new TemplateInput.New(
                                        template.name(), null, template.title(), template.text(), null, null)));
        return id;
    }

    private void join(Player founder, UUID programId, Player newcomer, ProgramRole role) {
        verbs.memberships().add(founder.actor(), programId, newcomer.actor().id(), role);
    }

    private static @Nullable List<FieldInput.Item> items(FieldScript field) {
        return field.items() == null
                ? null
                : field.items().entrySet().stream()
                        .map(item -> new FieldInput.Item(item.getKey(), item.getValue()))
                        .toList();
    }

    private static FieldInput.New input(FieldScript field) {
        return new FieldInput.New(
                field.key(),
                field.label(),
                field.type(),
                field.required(),
                field.options(),
                items(field),
                field.placeholder(),
                field.visibility(),
                null);
    }
}
