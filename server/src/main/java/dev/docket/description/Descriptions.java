package dev.docket.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the descriptions into the folder of classes that it is given. */
public final class Descriptions {
    private static final String GENERATED = "META-INF/swagger/generated.yml";
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .stringQuotingChecker(new QuotedDates())
            .build());

    private Descriptions() {}

    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        ObjectNode api = (ObjectNode) YAML.readTree(classes.resolve(GENERATED).toFile());
        OpenApi.complete(api, CompiledCode.in(classes), examples());
        ObjectNode events = AsyncApi.of(api);
        write(classes.resolve("META-INF/swagger/docket.yml"), YAML.writeValueAsString(api));
        write(classes.resolve("META-INF/asyncapi/docket.yml"), YAML.writeValueAsString(events));
        write(classes.resolve("api-docs/events.html"), EventsPage.of(events));
    }

    /** For some readers of YAML a date without quotes is no text. */
    private static final class QuotedDates extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || value.matches("\\d{4}-\\d\\d-\\d\\d.*");
        }
    }

    /** Bodies as somebody might send them, by the name of their schema. */
    private static ObjectNode examples() throws IOException {
        try (InputStream file = Descriptions.class.getResourceAsStream("/api-docs/examples.json")) {
            return (ObjectNode) YAML.readTree(file);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
