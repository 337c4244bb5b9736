package dev.docket.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A property of a partial update: named by the caller (perhaps as null), or left out and so to be left alone.
 *
 * @param named whether the caller named it
 */
@JsonDeserialize(using = Given.Reading.class)
public record Given<T>(boolean named, @Nullable T value) {
    public static <T> Given<T> absent() {
        return new Given<>(false, null);
    }

    public static <T> Given<T> of(@Nullable T value) {
        return new Given<>(true, value);
    }

    /** The value if it was named, else {@code before}. A null goes to {@code violations}: the property must have a value. */
    public T orElse(Violations violations, String path, T before) {
        if (!named) {
            return before;
        }
        if (value == null) {
            violations.add(path, "null (expected: a value)");
            return before;
        }
        return value;
    }

    static final class Reading extends JsonDeserializer<Given<?>> implements ContextualDeserializer {
        private final @Nullable JavaType type;

        Reading() {
            this(null);
        }

        private Reading(@Nullable JavaType type) {
            this.type = type;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType given = property == null ? context.getContextualType() : property.getType();
            return new Reading(given.containedType(0));
        }

        @Override
        public Given<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return of(context.readValue(parser, type));
        }

        @Override
        public Given<?> getNullValue(DeserializationContext context) throws JsonMappingException {
            return of(null);
        }

        @Override
        public Given<?> getAbsentValue(DeserializationContext context) throws JsonMappingException {
            return absent();
        }
    }
}
