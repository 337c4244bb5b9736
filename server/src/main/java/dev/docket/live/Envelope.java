package dev.docket.live;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.docket.common.Json;
import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.Reader.Presentation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An entry as it goes over the wire: {@code {id, seq, event, programId, requestId, version, data, performedBy, timestamp}}. */
final class Envelope {
    private static final int ROOM_FOR_THE_REST = 512;

    private Envelope() {}

    /** The event's name: what is to be forgotten goes out as if it had been deleted. */
    static String event(Entry entry, Presentation presentation) {
        return (presentation == Presentation.FORGET ? EventType.REQUEST_DELETED : entry.event()).wireName();
    }

    /** One JSON value in UTF-8. The data are the journal's bytes; nothing is presented anew. */
    static byte[] json(Entry entry, Presentation presentation) {
        String data = data(entry, presentation);
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length() + ROOM_FOR_THE_REST);
        try (JsonGenerator json = Json.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("id", entry.id().toString());
            json.writeNumberField("seq", entry.seq());
            json.writeStringField("event", event(entry, presentation));
            json.writeStringField("programId", entry.stream().toString());
            json.writeObjectField("requestId", entry.requestId());
            json.writeObjectField("version", entry.version());
            json.writeFieldName("data");
            json.writeRawValue(data);
            json.writeObjectFieldStart("performedBy");
            json.writeStringField("userId", entry.actorId().toString());
            json.writeStringField("name", entry.actorName());
            json.writeEndObject();
            json.writeStringField("timestamp", entry.at().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String data(Entry entry, Presentation presentation) {
        return switch (presentation) {
            case STAFF -> entry.data();
            case CLIENT -> {
                if (entry.clientData() == null) {
                    throw new IllegalStateException("entry " + entry.id() + " has no client presentation");
                }
                yield entry.clientData();
            }
            case FORGET -> "{\"request\":{\"id\":\"" + entry.requestId() + "\"}}";
            case NOTHING -> throw new IllegalArgumentException("presentation: NOTHING (expected: one to present)");
        };
    }
}
