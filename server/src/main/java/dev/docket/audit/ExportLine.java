package dev.docket.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.docket.journal.EntryContent;
import dev.docket.journal.WholeJournal.Head;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an export, one JSON object each: begin, then each stream with its entries in order, then end. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExportLine.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = ExportLine.StreamBegin.class, name = "stream"),
    @JsonSubTypes.Type(value = ExportLine.Entry.class, name = "entry"),
    @JsonSubTypes.Type(value = ExportLine.End.class, name = "end")
})
sealed interface ExportLine {
    /** What was asked for; null: no restriction. */
    record Begin(
            Instant at,
            @Nullable UUID program,
            @Nullable Instant from,
            @Nullable Instant to) implements ExportLine {
        /** Whether each stream is there from its first entry to its last. */
        boolean isWhole() {
            return program == null && from == null && to == null;
        }
    }

    /**
     * The stream that the lines after this belong to.
     *
     * @param program its key, for people; null for the stream of the installation
     * @param after the entry before the first that follows
     * @param last the last that follows
     */
    record StreamBegin(@Nullable String program, Head after, Head last) implements ExportLine {}

    /** @param hash in hex, over the hash before, {@code seq} and {@code content} */
    record Entry(long seq, EntryContent content, String hash) implements ExportLine {}

    /**
     * Without this line a file was cut off.
     *
     * @param heads the last entry of each stream
     * @param sha256 in hex, of all the bytes before this line
     */
    record End(long entries, List<Head> heads, String sha256) implements ExportLine {}
}
