package dev.docket.text;

import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Of what authors write behind a code fence, lets only the name of a language become a class. */
final class KnownLanguages implements AttributeProvider {
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#._-]{1,30}");

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        attributes.computeIfPresent(
                "class", (_, value) -> LANGUAGE.matcher(value).matches() ? value : null);
    }
}
