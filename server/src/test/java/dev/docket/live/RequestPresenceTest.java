package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.common.Person;
import dev.docket.journal.Reader.Sight;
import dev.docket.live.PresentPeople.PresentPerson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RequestPresenceTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Person MARA = new Person(Ids.next(), "Mara");
    private static final Person TOM = new Person(Ids.next(), "Tom");
    private static final Person CLEO = new Person(Ids.next(), "Cleo");

    private final RequestPresence<String> request = new RequestPresence<>();

    @Test
    void showsStaffEverybodyButThemselves() {
        enter("mara", MARA, Sight.MANAGER);
        enter("tom", TOM, Sight.TEAM_MEMBER);
        enter("cleo", CLEO, Sight.CLIENT);

        assertThat(request.news())
                .isEqualTo(Map.of("mara", people(idle(TOM), idle(CLEO)), "tom", people(idle(MARA), idle(CLEO))));
    }

    @Test
    void showsClientsOnlyWhoTypesAndNotForStaffOnly() {
        enter("mara", MARA, Sight.MANAGER);
        enter("tom", TOM, Sight.TEAM_MEMBER);
        enter("cleo", CLEO, Sight.CLIENT);

        request.type("tom", Typing.INTERNALLY, NOON);
        assertThat(request.news()).doesNotContainKey("cleo");

        request.type("tom", Typing.PUBLICLY, NOON);
        assertThat(request.news()).isEqualTo(Map.of("cleo", people(typing(TOM))));
    }

    @Test
    void countsAllSocketsOfAUserAsOne() {
        enter("mara", MARA, Sight.MANAGER);
        enter("tom 1", TOM, Sight.TEAM_MEMBER);
        enter("tom 2", TOM, Sight.TEAM_MEMBER);
        request.type("tom 2", Typing.INTERNALLY, NOON);
        assertThat(request.tell("mara")).isEqualTo(people(typing(TOM)));
        assertThat(request.tell("tom 1")).isEqualTo(people(idle(MARA)));

        request.leave("tom 2");
        assertThat(request.tell("mara")).isEqualTo(people(idle(TOM)));
        request.leave("tom 1");
        assertThat(request.tell("mara")).isEqualTo(PresentPeople.NOBODY);
    }

    @Test
    void tellsAllThatChangedSinceAtOnceAndOnlyToWhomItIsNew() {
        enter("mara", MARA, Sight.MANAGER);
        enter("tom", TOM, Sight.TEAM_MEMBER);
        request.type("tom", Typing.PUBLICLY, NOON);
        enter("cleo", CLEO, Sight.CLIENT);
        request.leave("cleo");

        assertThat(request.news()).isEqualTo(Map.of("mara", people(typing(TOM)), "tom", people(idle(MARA))));
        request.type("tom", Typing.PUBLICLY, NOON.plusSeconds(3));
        assertThat(request.news()).isEmpty();
    }

    @Test
    void tellsNobodyWhenNobodyElseIsThere() {
        enter("mara", MARA, Sight.MANAGER);
        request.type("mara", Typing.PUBLICLY, NOON);

        assertThat(request.news()).isEmpty();
    }

    @Test
    void forgetsWhoHasNotTypedForAWhile() {
        enter("mara", MARA, Sight.MANAGER);
        enter("tom", TOM, Sight.TEAM_MEMBER);
        request.type("tom", Typing.PUBLICLY, NOON);
        var _ = request.news();

        assertThat(request.pass(NOON.minusMillis(1))).isTrue();
        assertThat(request.news()).isEmpty();
        assertThat(request.pass(NOON)).isFalse();
        assertThat(request.news()).isEqualTo(Map.of("mara", people(idle(TOM))));
    }

    @Test
    void listsAFewOfManyAndThoseFirstWhoType() {
        enter("mara", MARA, Sight.MANAGER);
        IntStream.range(0, 100)
                .forEach(i -> enter("socket " + i, new Person(Ids.next(), "Nr " + i), Sight.TEAM_MEMBER));
        request.type("socket 99", Typing.INTERNALLY, NOON);

        PresentPeople seen = request.tell("mara");

        assertThat(seen.people()).hasSize(RequestPresence.LISTED);
        assertThat(seen.people().getFirst().name()).isEqualTo("Nr 99");
        assertThat(seen.total()).isEqualTo(100);
    }

    @Test
    void doesNotShowWhoseRightsAreNotConfirmed() {
        enter("mara", MARA, Sight.MANAGER);
        request.enter("tom", TOM);

        assertThat(request.news()).isEmpty();
        assertThat(request.sight("tom")).isEmpty();
        assertThat(request.tell("tom")).isEqualTo(PresentPeople.NOBODY);
    }

    @Test
    void hasRightsReadAgainThatChangedWhileTheyWereRead() {
        enter("mara", MARA, Sight.MANAGER);
        request.enter("tom", TOM);
        request.beforeReading("tom");
        assertThat(request.forget(reader -> reader.userId().equals(TOM.id()))).isEmpty();

        assertThat(request.confirm("tom", Sight.TEAM_MEMBER)).isFalse();
        assertThat(request.sight("tom")).isEmpty();
        request.beforeReading("tom");
        assertThat(request.confirm("tom", Sight.TEAM_MEMBER)).isTrue();
        assertThat(request.tell("mara")).isEqualTo(people(idle(TOM)));
    }

    @Test
    void losesThoseWhoLoseSight() {
        enter("mara", MARA, Sight.MANAGER);
        enter("tom", TOM, Sight.TEAM_MEMBER);
        var _ = request.news();

        assertThat(request.forget(reader -> reader.sight() == Sight.TEAM_MEMBER))
                .containsExactly("tom");

        assertThat(request.news()).isEqualTo(Map.of("mara", PresentPeople.NOBODY));
    }

    @Test
    void hidesWhoHasAnotherRoleUntilItIsConfirmed() {
        enter("mara", MARA, Sight.MANAGER);
        enter("tom", TOM, Sight.TEAM_MEMBER);
        assertThat(request.doubt("tom", Sight.TEAM_MEMBER)).isFalse();

        assertThat(request.doubt("tom", Sight.MANAGER)).isTrue();

        assertThat(request.tell("mara")).isEqualTo(PresentPeople.NOBODY);
        request.beforeReading("tom");
        assertThat(request.confirm("tom", Sight.MANAGER)).isTrue();
        assertThat(request.tell("mara")).isEqualTo(people(idle(TOM)));
    }

    private void enter(String socket, Person person, Sight sight) {
        request.enter(socket, person);
        request.beforeReading(socket);
        assertThat(request.confirm(socket, sight)).isTrue();
    }

    private static PresentPeople people(PresentPerson... people) {
        return new PresentPeople(List.of(people), people.length);
    }

    private static PresentPerson idle(Person person) {
        return new PresentPerson(person.id(), person.name(), false);
    }

    private static PresentPerson typing(Person person) {
        return new PresentPerson(person.id(), person.name(), true);
    }
}
