package dev.docket.live;

import java.util.List;
import java.util.UUID;

/**
 * Who else is at a request, as one viewer may know it.
 *
 * @param people at most {@link RequestPresence#LISTED} of them
 * @param total how many there are, those not listed included
 */
record PresentPeople(List<PresentPerson> people, int total) {
    static final PresentPeople NOBODY = new PresentPeople(List.of(), 0);

    /** Somebody who is there, with however many sockets. */
    record PresentPerson(UUID userId, String name, boolean typing) {}
}
