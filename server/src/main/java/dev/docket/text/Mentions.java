package dev.docket.text;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** Finds links to people: {@code [@Kim](user:0192…)}. */
final class Mentions extends AbstractVisitor {
    private static final Pattern PERSON =
            Pattern.compile("user:(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private final BiConsumer<Link, UUID> action;

    private Mentions(BiConsumer<Link, UUID> action) {
        this.action = action;
    }

    static Mentions collecting(Map<UUID, String> found) {
        return new Mentions(
                (link, id) -> found.putIfAbsent(id, PlainText.of(link).replaceFirst("^@", "")));
    }

    /** Puts a {@link PersonMention} in the place of each link to one of {@code people}. */
    static Mentions naming(Map<UUID, String> people) {
        return new Mentions((link, id) -> {
            String name = people.get(id);
            if (name != null) {
                link.insertAfter(new PersonMention(id, name));
                link.unlink();
            }
        });
    }

    @Override
    public void visit(Link link) {
        person(link.getDestination()).ifPresent(id -> action.accept(link, id));
    }

    /** What stands in the text of a picture is not shown as a mention, so it is none. */
    @Override
    public void visit(Image image) {}

    private static Optional<UUID> person(String destination) {
        Matcher matcher = PERSON.matcher(destination);
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }
}
