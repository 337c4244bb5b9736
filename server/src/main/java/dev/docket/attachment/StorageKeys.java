package dev.docket.attachment;

import dev.docket.journal.Journal;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Keys of stored files: sixteen digits that name the installation, and forty random ones. So a server that finds files of
 * another database (a restored one, a new one over an old folder) never takes them for orphans of its own.
 */
@Singleton
final class StorageKeys {
    private static final int RANDOM_BYTES = 20;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}/[0-9a-f]{40}");

    private final String installation;
    private final SecureRandom random = new SecureRandom();

    StorageKeys(Database database, Journal journal) {
        this.installation = database.read(tx -> journal.position(tx, Journal.SYSTEM))
                .epoch()
                .toString()
                .replace("-", "")
                .substring(0, 16);
    }

    String next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return ofInstallation() + HexFormat.of().formatHex(bytes);
    }

    /** What all keys of this installation begin with. */
    String ofInstallation() {
        return installation + "/";
    }

    static boolean isOne(String text) {
        return KEY.matcher(text).matches();
    }

    /** @throws IllegalArgumentException for anything that could lead elsewhere */
    static String checked(String key) {
        if (!isOne(key)) {
            throw new IllegalArgumentException("storage key: malformed (expected: 16 and 40 hexadecimal digits)");
        }
        return key;
    }
}
