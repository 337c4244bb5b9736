package dev.docket.journal;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who may receive an entry, decided when it is appended.
 *
 * @param level the staff that receives it by role; {@link Level#STAFF} includes the managers
 * @param staffUsers named users who receive it beyond {@code level}, in the staff presentation
 * @param clientUsers named users who receive it in the client presentation
 * @param forgetLevel staff that loses sight of the request by this entry (and is not in {@code level})
 * @param forgetUsers named users who lose sight of it; they and {@code forgetLevel} are told only to forget it
 */
public record Audience(
        Level level, Set<UUID> staffUsers, Set<UUID> clientUsers, Level forgetLevel, Set<UUID> forgetUsers) {
    public enum Level {
        NONE,
        MANAGERS,
        STAFF
    }

    public Audience {
        staffUsers = Set.copyOf(staffUsers);
        clientUsers = Set.copyOf(clientUsers);
        forgetUsers = Set.copyOf(forgetUsers);
    }

    public static Audience of(Level level, Set<UUID> staffUsers, Set<UUID> clientUsers) {
        return new Audience(level, staffUsers, clientUsers, Level.NONE, Set.of());
    }

    /** Who may see all of the stream: of a program its managers, of the system stream the admins. */
    public static Audience managers() {
        return of(Level.MANAGERS, Set.of(), Set.of());
    }

    /** Nobody's socket; only readers with a cursor of their own. */
    public static Audience nobody() {
        return of(Level.NONE, Set.of(), Set.of());
    }

    /**
     * The audience of an entry that changes who may see the request: {@code after} receives it, and whoever was in
     * {@code this} and is not in {@code after} is told to forget the request.
     */
    public Audience changedTo(Audience after) {
        Level lost = level.compareTo(after.level) > 0 ? level : Level.NONE;
        Set<UUID> before = new TreeSet<>(clientUsers);
        if (after.level != Level.STAFF) {
            before.addAll(staffUsers);
        }
        before.removeAll(after.staffUsers);
        before.removeAll(after.clientUsers);
        return new Audience(after.level, after.staffUsers, after.clientUsers, lost, before);
    }

    public boolean isForgottenBySomebody() {
        return forgetLevel != Level.NONE || !forgetUsers.isEmpty();
    }
}
