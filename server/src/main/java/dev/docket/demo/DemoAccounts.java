package dev.docket.demo;

import dev.docket.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom one can log in as in the demo company. Kept in {@code <data>/demo-accounts.txt}, for the owner's eyes only. */
public record DemoAccounts(List<Account> accounts) {
    private static final String FILE = "demo-accounts.txt";
    /** Without characters that look like another one. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 16;

    public record Account(String email, Role role, String password) {
        @Override
        public String toString() {
            return "Account[" + email + "]";
        }
    }

    /** One line for each: e-mail, role, password. */
    public String table() {
        return accounts.stream()
                .map(account -> "%-40s %-12s %s"
                        .formatted(account.email(), account.role().wireName(), account.password()))
                .collect(Collectors.joining("\n"));
    }

    static Optional<DemoAccounts> read(Path dataDir) {
        Path file = dataDir.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return Optional.of(new DemoAccounts(lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length == 3 && words[0].contains("@"))
                    .map(words -> new Account(words[0], Role.ofName(words[1]), words[2]))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path dataDir) {
        Path file = dataDir.resolve(FILE);
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Files.createDirectories(dataDir);
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly);
            Files.writeString(file, "Log in to the demo company as:\n\n" + table() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for all of the demo, so that it is quickly typed into two browsers. */
    static String newPassword() {
        return new SecureRandom()
                .ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    static DemoAccounts of(CompanyScript company, String password) {
        return new DemoAccounts(company.people().stream()
                .map(person -> new Account(person.email(), person.role(), password))
                .toList());
    }

    @Override
    public String toString() {
        return Arrays.toString(accounts.toArray());
    }
}
