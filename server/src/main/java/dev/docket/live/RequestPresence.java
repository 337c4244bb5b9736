package dev.docket.live;

import dev.docket.common.Person;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Sight;
import dev.docket.live.PresentPeople.PresentPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is at one request, with which sockets, and what each of them knows of the others: staff of everybody, clients only of
 * those who type what clients may read. Knows nothing of threads and connections; not thread-safe.
 *
 * <p>A visit counts for nothing before its rights are confirmed. They are read meanwhile, elsewhere: what happens to them in
 * between spoils what was read, and it has to be read again.
 *
 * @param <S> a socket, or whatever stands for one
 */
final class RequestPresence<S> {
    static final int LISTED = 50;

    private final Map<S, Visit> visits = new LinkedHashMap<>(); // in the order in which they came
    private boolean changed;

    private static final class Visit {
        final Person person;

        @Nullable
        Sight sight; // null until its rights are confirmed

        boolean spoiled;
        Typing typing = Typing.NO;
        Instant typingUntil = Instant.MIN;
        PresentPeople told = PresentPeople.NOBODY;

        Visit(Person person) {
            this.person = person;
        }

        PresentPerson present(boolean typing) {
            return new PresentPerson(person.id(), person.name(), typing);
        }
    }

    boolean isEmpty() {
        return visits.isEmpty();
    }

    /** Comes; unseen until its rights are confirmed. */
    void enter(S socket, Person person) {
        visits.putIfAbsent(socket, new Visit(person));
    }

    void leave(S socket) {
        Visit visit = visits.remove(socket);
        changed |= visit != null && visit.sight != null;
    }

    /** What is read from now on about its rights may be confirmed. */
    void beforeReading(S socket) {
        Visit visit = visits.get(socket);
        if (visit != null) {
            visit.spoiled = false;
        }
    }

    /** @return false if rights may have changed since {@link #beforeReading}: they are to be read again */
    boolean confirm(S socket, Sight sight) {
        Visit visit = visits.get(socket);
        if (visit == null) {
            return true;
        }
        if (!visit.spoiled) {
            visit.sight = sight;
            changed = true;
        }
        return !visit.spoiled;
    }

    /**
     * The user has another role in the program now: whether that shows the request is open until it is confirmed.
     *
     * @return whether it has to be read
     */
    boolean doubt(S socket, Sight role) {
        Visit visit = visits.get(socket);
        if (visit == null || visit.sight == role) {
            return false;
        }
        changed |= visit.sight != null;
        visit.sight = null;
        visit.spoiled = true;
        return true;
    }

    /** The request went out of somebody's sight. Answers the sockets that are gone by that. */
    List<S> forget(Predicate<Reader> loses) {
        List<S> gone = new ArrayList<>();
        visits.forEach((socket, visit) -> {
            if (visit.sight == null) {
                visit.spoiled = true;
            } else if (loses.test(new Reader(visit.person.id(), visit.sight))) {
                gone.add(socket);
            }
        });
        gone.forEach(this::leave);
        return gone;
    }

    /** The role in which the socket's user is there, if it is. */
    Optional<Sight> sight(S socket) {
        return Optional.ofNullable(visits.get(socket)).map(visit -> visit.sight);
    }

    /** @param until when it is over, unless it is said again */
    void type(S socket, Typing typing, Instant until) {
        Visit visit = visits.get(socket);
        if (visit != null) {
            changed |= visit.typing != typing;
            visit.typing = typing;
            visit.typingUntil = until;
        }
    }

    /** Ends what was typed too long ago. Answers whether anybody still types. */
    boolean pass(Instant now) {
        boolean somebodyTypes = false;
        for (Visit visit : visits.values()) {
            if (visit.typing != Typing.NO && !visit.typingUntil.isAfter(now)) {
                visit.typing = Typing.NO;
                changed = true;
            }
            somebodyTypes |= visit.typing != Typing.NO;
        }
        return somebodyTypes;
    }

    /** What a socket that is there knows from now on. */
    PresentPeople tell(S socket) {
        Visit visit = visits.get(socket);
        if (visit == null || visit.sight == null) {
            return PresentPeople.NOBODY;
        }
        visit.told = others(visit, roster(visit.sight == Sight.CLIENT));
        return visit.told;
    }

    /** What is new to whom since they were told last. */
    Map<S, PresentPeople> news() {
        Map<S, PresentPeople> news = new LinkedHashMap<>();
        if (changed) {
            changed = false;
            Map<UUID, PresentPerson> forClients = roster(true);
            Map<UUID, PresentPerson> forStaff = roster(false);
            visits.forEach((socket, visit) -> {
                PresentPeople people = visit.sight == null
                        ? visit.told
                        : others(visit, visit.sight == Sight.CLIENT ? forClients : forStaff);
                if (!people.equals(visit.told)) {
                    visit.told = people;
                    news.put(socket, people);
                }
            });
        }
        return news;
    }

    /** Everybody whom clients, or staff, may know of. If there are too many to list, those who type come first. */
    private Map<UUID, PresentPerson> roster(boolean forClients) {
        Map<UUID, PresentPerson> people = new LinkedHashMap<>();
        for (Visit visit : visits.values()) {
            boolean typing = forClients ? visit.typing == Typing.PUBLICLY : visit.typing != Typing.NO;
            if (visit.sight != null && (typing || !forClients)) {
                people.merge(visit.person.id(), visit.present(typing), (first, next) -> next.typing() ? next : first);
            }
        }
        return people.size() <= LISTED ? people : typingFirst(people);
    }

    private static Map<UUID, PresentPerson> typingFirst(Map<UUID, PresentPerson> people) {
        return people.values().stream()
                .sorted(Comparator.comparing(person -> !person.typing()))
                .collect(Collectors.toMap(
                        PresentPerson::userId, person -> person, (first, _) -> first, LinkedHashMap::new));
    }

    private static PresentPeople others(Visit viewer, Map<UUID, PresentPerson> roster) {
        UUID self = viewer.person.id();
        return new PresentPeople(
                roster.values().stream()
                        .filter(person -> !person.userId().equals(self))
                        .limit(LISTED)
                        .toList(),
                roster.size() - (roster.containsKey(self) ? 1 : 0));
    }
}
