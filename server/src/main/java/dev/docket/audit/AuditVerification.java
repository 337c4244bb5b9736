package dev.docket.audit;

import dev.docket.journal.WholeJournal.Head;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ./docket audit-verify}: proves an export without server and database. */
public final class AuditVerification {
    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;

    private AuditVerification() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** @return the exit status: 0 intact, 1 broken, 2 not to be read */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean withHeads = arguments.size() == 3 && arguments.get(1).equals("--heads");
        if (arguments.size() != 1 && !withHeads) {
            err.println("Usage: audit-verify FILE [--heads FILE]");
            return UNUSABLE;
        }
        try (InputStream file = Files.newInputStream(Path.of(arguments.getFirst()))) {
            @Nullable KnownHeads known = withHeads ? knownHeads(Path.of(arguments.getLast())) : KnownHeads.NONE;
            if (known == null) {
                err.println(arguments.getLast()
                        + ": holds no heads (expected: the answer of GET /api/v1/audit/heads, or an earlier export)");
                return UNUSABLE;
            }
            print(ExportCheck.prove(file, known), known, out);
            return INTACT;
        } catch (ExportCheck.Broken e) {
            err.println("broken: " + arguments.getFirst() + ", " + e.finding());
            return BROKEN;
        } catch (IOException e) {
            err.println("can't be read: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private static void print(ExportCheck.Proof proof, KnownHeads known, PrintStream out) {
        for (Head head : proof.heads()) {
            out.println(head.stream() + " " + head.seq() + " " + head.hash());
        }
        out.println(
                "intact: " + proof.entries() + " entries in " + proof.heads().size() + " streams"
                        + (proof.begin().isWhole() ? "" : " (a part of the journal)") + ", exported "
                        + proof.begin().at()
                        + (known.byStream().isEmpty()
                                ? ""
                                : "; agrees with the " + known.byStream().size() + " heads that were kept"));
    }

    /** From the last line, so that an export serves as well as an answer of the API. */
    private static @Nullable KnownHeads knownHeads(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            Optional<String> last = lines.filter(line -> !line.isBlank()).reduce((_, line) -> line);
            return last.flatMap(KnownHeads::parse).orElse(null);
        }
    }
}
