package dev.docket.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * CommonMark with tables, strikethrough and bare links, turned into HTML that is safe to show as it is: HTML in the source
 * is text, and tags, attributes and schemes come from a short list. The one path from what people type to markup.
 *
 * <p>A source that would become much larger or deeper than itself is shown as plain text, line by line.
 */
public final class Markdown {
    static final int MAX_NESTING = 24;
    /** A table fills up short rows, so a few thousand characters can ask for millions of cells. */
    private static final int MAX_CELLS = 5_000;
    /** One long address, referred to again and again. */
    private static final int MAX_HTML = 200_000;

    private static final List<Extension> TEXT = List.of(AutolinkExtension.create(), StrikethroughExtension.create());
    private static final List<Extension> ALL = withTables();

    private static final Parser PARSER = parser(ALL);
    private static final Parser WITHOUT_TABLES = parser(TEXT);
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(ALL)
            .escapeHtml(true)
            .percentEncodeUrls(true)
            .softbreak("<br />\n")
            .attributeProviderFactory(_ -> new KnownLanguages())
            .nodeRendererFactory(SafeLinks::new)
            .build();
    private static final TextContentRenderer WORDS = TextContentRenderer.builder()
            .extensions(ALL)
            .lineBreakRendering(LineBreakRendering.STRIP)
            .nodeRendererFactory(PlainLinks::new)
            .build();

    private Markdown() {}

    /** Mentions show as the text that their author gave them. */
    public static String html(String source) {
        return html(source, Map.of());
    }

    /** @param people names of those who may be mentioned in it, by id; other mentions show as plain text */
    public static String html(String source, Map<UUID, String> people) {
        if (source.isEmpty()) {
            return "";
        }
        Node document = parse(source);
        document.accept(Mentions.naming(people));
        String html = RENDERER.render(document);
        return html.length() > MAX_HTML ? plain(source) : html;
    }

    /**
     * How it begins: plain text in one line.
     *
     * @param people as in {@link #html(String, Map)}
     * @param length at most so many characters, an ellipsis included
     */
    public static String excerpt(String source, Map<UUID, String> people, int length) {
        Node document = parse(source);
        document.accept(Mentions.naming(people));
        String words = WORDS.render(document).replaceAll("\\s+", " ").strip();
        if (words.codePointCount(0, words.length()) <= length) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, length - 1)).strip() + "…";
    }

    /** Who is mentioned, {@code [@Kim](user:…)}, in order, with the names that the author wrote. */
    public static Map<UUID, String> mentions(String source) {
        Map<UUID, String> found = new LinkedHashMap<>();
        parse(source).accept(Mentions.collecting(found));
        return found;
    }

    private static Node parse(String source) {
        return (hasRoomForTables(source) ? PARSER : WITHOUT_TABLES).parse(source);
    }

    private static boolean hasRoomForTables(String source) {
        long lines = source.lines().count();
        long columns = source.lines()
                .mapToLong(line -> line.chars().filter(c -> c == '|').count() + 1)
                .max()
                .orElse(0);
        return lines * columns <= MAX_CELLS;
    }

    private static String plain(String source) {
        StringBuilder html = new StringBuilder("<p>");
        HtmlWriter writer = new HtmlWriter(html);
        source.lines().forEach(line -> {
            writer.text(line);
            writer.raw("<br />\n");
        });
        return html.append("</p>\n").toString();
    }

    private static List<Extension> withTables() {
        List<Extension> all = new ArrayList<>(TEXT);
        all.add(TablesExtension.create());
        return all;
    }

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .extensions(extensions)
                .maxOpenBlockParsers(MAX_NESTING)
                .maxInlineNesting(MAX_NESTING)
                .build();
    }
}
