package dev.docket.socketio;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP headers of the request that opened a session, kept as one text because every open session holds them. */
public final class Headers {
    private final String lines;

    /** Header lines as on the wire, each ended by a line feed: {@code name:value}. */
    Headers(String lines) {
        this.lines = lines;
    }

    static Headers of(Iterable<Map.Entry<String, String>> entries) {
        var text = new StringBuilder(256);
        for (var entry : entries) {
            text.append(entry.getKey()).append(':').append(entry.getValue()).append('\n');
        }
        return new Headers(text.toString());
    }

    /** The value of the first header of that name; names are compared without regard to case. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of all headers of that name, in their order. */
    public List<String> all(String name) {
        return lines.lines()
                .filter(line -> line.length() > name.length()
                        && line.charAt(name.length()) == ':'
                        && line.regionMatches(true, 0, name, 0, name.length()))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }
}
