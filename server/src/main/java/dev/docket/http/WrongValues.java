package dev.docket.http;

import dev.docket.common.Problem;
import dev.docket.common.Problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of the right shape and outside their limits: each with its path in the JSON, itself and the expectation. */
final class WrongValues {
    private static final int SHOWN_CHARACTERS = 60;

    private WrongValues() {}

    static Problem problem(ConstraintViolationException failure) {
        return Problem.validation(failure.getConstraintViolations().stream()
                .map(violation -> new Violation(path(violation.getPropertyPath()), message(violation)))
                .distinct()
                .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                .toList());
    }

    /** A value as a message may repeat it: short, on one line. */
    static String shown(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String text = value.toString().replaceAll("\\p{Cntrl}", "?");
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS - 1) + "…";
    }

    private static String message(ConstraintViolation<?> violation) {
        Map<String, Object> limits = violation.getConstraintDescriptor().getAttributes();
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        Object value = violation.getInvalidValue();
        return switch (constraint) {
            case "NotNull" -> "missing (expected: a value)";
            case "NotBlank", "NotEmpty" -> "empty (expected: a value)";
            case "Size" -> size(value) + " (expected: " + range(limits) + ")";
            case "Min", "DecimalMin", "Max", "DecimalMax" -> shown(value) + " (" + violation.getMessage() + ")";
            case "Email" -> shown(value) + " (expected: an e-mail address)";
            default -> violation.getMessage();
        };
    }

    private static String size(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.length() + (text.length() == 1 ? " character" : " characters");
            case Collection<?> items -> items.size() + (items.size() == 1 ? " item" : " items");
            case Map<?, ?> entries -> entries.size() + (entries.size() == 1 ? " entry" : " entries");
            case null -> "missing";
            default -> shown(value);
        };
    }

    private static String range(Map<String, Object> limits) {
        Object min = limits.getOrDefault("min", 0);
        Object max = limits.getOrDefault("max", Integer.MAX_VALUE);
        return max.equals(Integer.MAX_VALUE) ? "at least " + min : min + ".." + max;
    }

    /** {@code create.body.title} -> {@code title}; a query parameter stands alone and keeps its name. */
    private static String path(Path path) {
        List<Path.Node> nodes = new ArrayList<>();
        path.forEach(nodes::add);
        nodes.removeIf(node -> node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CONTAINER_ELEMENT);
        if (nodes.size() > 1 && nodes.getFirst().getKind() == ElementKind.PARAMETER) {
            nodes.removeFirst();
        }
        StringBuilder text = new StringBuilder();
        for (Path.Node node : nodes) {
            text.append(text.isEmpty() ? "" : ".").append(node.getName());
            if (node.getIndex() != null) {
                text.append('[').append(node.getIndex()).append(']');
            }
        }
        return text.toString();
    }
}
