package dev.docket.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.docket.common.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON that is none, or has another shape than expected. */
final class WrongJson {
    private WrongJson() {}

    /** Nothing, if the fault is not the sender's. */
    static Optional<Problem> problem(JsonProcessingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                Optional.of(Problem.invalid(path(unknown), "unknown (expected one of: " + known(unknown) + ")"));
            case InvalidFormatException format ->
                Optional.of(Problem.invalid(
                        path(format),
                        WrongValues.shown(format.getValue()) + " (expected: " + expectation(format.getTargetType())
                                + ")"));
            case InvalidDefinitionException _ -> Optional.empty();
            case MismatchedInputException mismatch ->
                Optional.of(
                        Problem.invalid(path(mismatch), "(expected: " + expectation(mismatch.getTargetType()) + ")"));
            case JsonMappingException refused
            when refused.getCause() instanceof IllegalArgumentException reason ->
                Optional.of(Problem.invalid(path(refused), String.valueOf(reason.getMessage())));
            case JsonEOFException _ -> Optional.of(Problem.malformed("The JSON ends too early."));
            case StreamConstraintsException _ ->
                Optional.of(Problem.malformed("The JSON is nested too deeply, or a value is too long."));
            case JsonParseException syntax ->
                Optional.of(Problem.malformed("This is not JSON, from line "
                        + syntax.getLocation().getLineNr() + ", column "
                        + syntax.getLocation().getColumnNr() + " on."));
            default -> Optional.empty();
        };
    }

    /** What a value of this type looks like in JSON. */
    static String expectation(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "one of: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class || type == CharSequence.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type == UUID.class) {
            return "an id";
        }
        if (type == LocalDate.class) {
            return "a date as yyyy-MM-dd";
        }
        if (type == Instant.class) {
            return "an instant as yyyy-MM-ddTHH:mm:ssZ";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "another type";
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : failure.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> ids = unknown.getKnownPropertyIds();
        return ids == null
                ? ""
                : String.join(
                        ", ", new TreeSet<>(ids.stream().map(Object::toString).toList()));
    }
}
