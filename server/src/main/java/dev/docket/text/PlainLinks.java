package dev.docket.text;

import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;

/** Writes of whatever leads elsewhere only the words that stand there. */
final class PlainLinks implements NodeRenderer {
    private final TextContentNodeRendererContext context;

    PlainLinks(TextContentNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class, Image.class, PersonMention.class);
    }

    @Override
    public void render(Node node) {
        context.getWriter().write(node instanceof PersonMention mention ? "@" + mention.name() : PlainText.of(node));
    }
}
