package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.audit.Finding.Kind;
import dev.docket.common.Json;
import dev.docket.journal.EntryContent;
import dev.docket.journal.EntryHash;
import dev.docket.journal.WholeJournal.Head;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an export proves by itself, tried on every byte of a small one. */
final class ExportCheckTest {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID SECOND = new UUID(7, 7);
    /** Begin, a stream of four, a stream of three, end: lines 1, 2 to 6, 7 to 10, 11. */
    private static final List<String> EXPORT = export();

    @Test
    void acceptsWhatWasExported() {
        assertThat(finding(EXPORT)).isEmpty();
    }

    /** Also when it is an innocent one: a space, a letter of another case in a hash. */
    @Test
    void findsEverySingleChangedByte() {
        byte[] bytes = bytes(EXPORT);
        for (int at = 0; at < bytes.length; at++) {
            for (int change : new int[] {1, 0x20, 0x80}) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) change;
                assertThat(finding(changed)).as("byte %d ^ %d", at, change).isPresent();
            }
        }
    }

    @Test
    void findsWhereverItWasCutOff() {
        byte[] bytes = bytes(EXPORT);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(finding(java.util.Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isPresent();
        }
    }

    @Test
    void findsEveryRemovedRepeatedAndSwappedLine() {
        for (int i = 0; i < EXPORT.size(); i++) {
            List<String> removed = new ArrayList<>(EXPORT);
            removed.remove(i);
            assertThat(finding(removed)).as("without line %d", i + 1).isPresent();
            for (int j = 0; j < EXPORT.size(); j++) {
                List<String> repeated = new ArrayList<>(EXPORT);
                repeated.add(j, EXPORT.get(i));
                assertThat(finding(repeated))
                        .as("line %d again at %d", i + 1, j + 1)
                        .isPresent();
                if (i != j) {
                    List<String> swapped = new ArrayList<>(EXPORT);
                    Collections.swap(swapped, i, j);
                    assertThat(finding(swapped))
                            .as("lines %d and %d swapped", i + 1, j + 1)
                            .isPresent();
                }
            }
        }
    }

    /** The file's own checksum is anybody's to compute; the chain is what finds the entry. */
    @Test
    void namesTheEntryOfEveryChangedFieldAlthoughTheChecksumWasMadeAnew() {
        for (int line : new int[] {2, 3, 4, 5, 7, 8, 9}) {
            JsonNode entry = Json.parse(EXPORT.get(line));
            for (String field : fields(entry.path("content"))) {
                List<String> changed = withField(line, field);
                Finding found = finding(resealed(changed)).orElseThrow();

                assertThat(found.kind()).as("%s: %s", field, found).isIn(Kind.CONTENT, Kind.ORDER, Kind.FORM);
                assertThat(found.line()).as("%s: %s", field, found).isEqualTo(line + 1L);
                assertThat(found.seq())
                        .as("%s: %s", field, found)
                        .isEqualTo(entry.path("seq").asLong());
            }
        }
    }

    @Test
    void namesASwappedAMissingAndAForeignEntry() {
        List<String> swapped = new ArrayList<>(EXPORT);
        Collections.swap(swapped, 3, 4);
        assertThat(finding(resealed(swapped)).orElseThrow())
                .hasToString("line 4: stream " + FIRST + ", entry 2: order: it stands in line 5, after entry 3");

        List<String> missing = new ArrayList<>(EXPORT);
        missing.remove(3);
        assertThat(finding(resealed(missing)).orElseThrow())
                .hasToString("line 4: stream " + FIRST + ", entry 2: gap: it is missing before entry 3");

        List<String> withoutTail = new ArrayList<>(EXPORT);
        withoutTail.remove(5);
        assertThat(finding(resealed(withoutTail)).orElseThrow())
                .hasToString(
                        "line 6: stream " + FIRST + ", entry 4: tail: entries up to the recorded head 4 are missing");

        List<String> foreign = new ArrayList<>(EXPORT);
        foreign.add(3, EXPORT.get(8));
        assertThat(finding(resealed(foreign)).orElseThrow())
                .hasToString("line 4: stream " + SECOND + ", entry 2: order: it stands among the entries of stream "
                        + FIRST);
    }

    @Test
    void saysWhereAFileWasCutOff() {
        assertThat(finding(EXPORT.subList(0, 5)).orElseThrow().toString())
                .contains("stream " + FIRST + ", entry 4: form: the file was cut off here");
    }

    private static Optional<Finding> finding(List<String> lines) {
        return finding(bytes(lines));
    }

    private static Optional<Finding> finding(byte[] bytes) {
        try {
            var _ = ExportCheck.prove(new ByteArrayInputStream(bytes), KnownHeads.NONE);
            return Optional.empty();
        } catch (ExportCheck.Broken e) {
            return Optional.of(e.finding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> export() {
        List<String> lines = new ArrayList<>();
        List<Head> heads = new ArrayList<>();
        lines.add(line(new ExportLine.Begin(Instant.EPOCH, null, null, null)));
        addStream(lines, heads, FIRST, null, 4);
        addStream(lines, heads, SECOND, "OPS", 3);
        lines.add(line(new ExportLine.End(7, heads, sha256(lines))));
        return List.copyOf(lines);
    }

    private static void addStream(
            List<String> lines,
            List<Head> heads,
            UUID stream,
            @org.jspecify.annotations.Nullable String key,
            int count) {
        UUID epoch = new UUID(1, 1);
        List<String> entries = new ArrayList<>();
        byte[] hash = {};
        for (long seq = 1; seq <= count; seq++) {
            EntryContent content = content(stream, seq);
            hash = EntryHash.chained(hash, seq, content);
            entries.add(line(new ExportLine.Entry(seq, content, HexFormat.of().formatHex(hash))));
        }
        Head head = new Head(stream, epoch, count, HexFormat.of().formatHex(hash));
        lines.add(line(new ExportLine.StreamBegin(key, new Head(stream, epoch, 0, ""), head)));
        lines.addAll(entries);
        heads.add(head);
    }

    private static EntryContent content(UUID stream, long seq) {
        return new EntryContent(
                stream,
                new UUID(2, seq),
                "request:updated",
                new UUID(3, seq),
                seq,
                new UUID(4, 4),
                new UUID(5, 5),
                "Ödegård \"The Boss\"",
                "STAFF",
                List.of(new UUID(6, 1), new UUID(6, 2)),
                List.of(new UUID(6, 3)),
                "NONE",
                List.of(new UUID(6, 4)),
                "[{\"field\":\"title\"}]",
                "{\"text\": \"ü\"}",
                "{}",
                Instant.ofEpochMilli(seq));
    }

    /** Another value of the same type. */
    private static List<String> withField(int line, String field) {
        ObjectNode entry = (ObjectNode) Json.parse(EXPORT.get(line));
        ObjectNode content = (ObjectNode) entry.path("content");
        JsonNode value = content.path(field);
        switch (value) {
            case ArrayNode users -> users.add(new UUID(9, 9).toString());
            default -> {
                if (value.isNumber()) {
                    content.put(field, value.asLong() + 1);
                } else if (field.equals("at")) {
                    content.put(field, "1999-12-31T23:59:59.999Z");
                } else if (value.asText().length() == 36) {
                    content.put(field, new UUID(9, 9).toString());
                } else {
                    content.put(field, value.asText() + " ");
                }
            }
        }
        List<String> changed = new ArrayList<>(EXPORT);
        changed.set(line, entry + "\n");
        return changed;
    }

    private static List<String> fields(JsonNode content) {
        return content.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    /** With the checksum at the end, and the heads there, fitting what stands before it. */
    private static List<String> resealed(List<String> lines) {
        List<String> all = new ArrayList<>(lines.subList(0, lines.size() - 1));
        ObjectNode end = (ObjectNode) Json.parse(lines.getLast());
        long entries = IntStream.range(0, all.size())
                .filter(i -> all.get(i).contains("\"kind\":\"entry\""))
                .count();
        end.put("entries", entries);
        end.put("sha256", sha256(all));
        all.add(end + "\n");
        return all;
    }

    private static String sha256(List<String> lines) {
        return HexFormat.of().formatHex(EntryHash.sha256().digest(bytes(lines)));
    }

    private static String line(ExportLine line) {
        return new String(Export.bytes(line), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }
}
