package dev.docket.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The AsyncAPI document as one page that needs no script and loads nothing. */
final class EventsPage {
    private EventsPage() {}

    static String of(ObjectNode events) {
        StringBuilder list = new StringBuilder();
        StringBuilder details = new StringBuilder();
        for (JsonNode message : events.path("components").path("messages")) {
            String name = escaped(message.path("name").asText());
            String summary = escaped(message.path("summary").asText());
            list.append("<li><a href=\"#")
                    .append(name)
                    .append("\">")
                    .append(name)
                    .append("</a> ")
                    .append(summary);
            section(details, name, summary, message.path("payload"));
        }
        events.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> section(
                        details,
                        escaped(schema.getKey()),
                        escaped(schema.getValue().path("description").asText()),
                        schema.getValue()));
        return """
                <!doctype html>
                <html lang="en">
                  <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>Docket live events</title>
                    <link rel="stylesheet" href="/api/docs/events.css">
                  </head>
                  <body>
                    <p><a href="/api/docs">The REST API</a> · <a href="/api/v1/asyncapi.yml">As an AsyncAPI document</a></p>
                    <h1>Docket live events</h1>
                    <p>%s</p>
                    <ul>%s</ul>
                    %s
                  </body>
                </html>
                """.formatted(escaped(events.path("info").path("description").asText()), list, details);
    }

    private static void section(StringBuilder page, String name, String summary, JsonNode schema) {
        page.append("<section id=\"%s\"><h2>%s</h2><p>%s</p><pre>%s</pre></section>\n"
                .formatted(name, name, summary, linked(escaped(schema.toPrettyString()))));
    }

    /** A reference to a schema leads to its section. */
    private static String linked(String json) {
        return json.replaceAll(Schemas.PREFIX + "(\\w+)", "<a href=\"#$1\">$1</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
