package dev.docket.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes whatever leads elsewhere. A link to another scheme than the web's or mail's is only its text; a picture is a link,
 * for showing it would tell its host who reads here, and when.
 */
final class SafeLinks implements NodeRenderer {
    private static final Pattern ALLOWED = Pattern.compile("(?i)(?:https?://|mailto:)[^\\p{Cntrl}]+");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    SafeLinks(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class, Image.class, PersonMention.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Link link -> link(link, link.getDestination(), () -> children(link));
            case Image image -> link(image, image.getDestination(), () -> html.text(words(image)));
            case PersonMention mention -> mention(mention);
            default -> throw new IllegalArgumentException(node.toString());
        }
    }

    private void link(Node node, String destination, Runnable content) {
        if (!ALLOWED.matcher(destination).matches() || isInsideALink(node)) {
            content.run();
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", context.encodeUrl(destination));
        attributes.put("rel", "nofollow noopener noreferrer");
        attributes.put("target", "_blank");
        html.tag("a", attributes);
        content.run();
        html.tag("/a");
    }

    private void mention(PersonMention mention) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "mention");
        attributes.put("data-user", mention.id().toString());
        html.tag("span", attributes);
        html.text("@" + mention.name());
        html.tag("/span");
    }

    private void children(Node parent) {
        Node next;
        for (Node child = parent.getFirstChild(); child != null; child = next) {
            next = child.getNext();
            context.render(child);
        }
    }

    private static String words(Image image) {
        String words = PlainText.of(image);
        return words.isBlank() ? image.getDestination() : words;
    }

    private static boolean isInsideALink(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link) {
                return true;
            }
        }
        return false;
    }
}
