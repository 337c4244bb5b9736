package dev.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, what comes out is built of the allow-list and stays within bounds. */
final class MarkdownFuzzTest {
    private static final UUID KIM = UUID.fromString("01920000-0000-7000-8000-000000000001");
    private static final Map<UUID, String> PEOPLE = Map.of(KIM, "Kim \"><script>");
    private static final int MAX_LENGTH = 5_000;

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("a", Set.of("href", "rel", "target")),
            Map.entry("span", Set.of("class", "data-user")),
            Map.entry("code", Set.of("class")),
            Map.entry("ol", Set.of("start")),
            Map.entry("th", Set.of("align")),
            Map.entry("td", Set.of("align")));
    private static final Set<String> BARE = Set.of(
            "p",
            "br",
            "hr",
            "em",
            "strong",
            "del",
            "pre",
            "ul",
            "li",
            "blockquote",
            "table",
            "thead",
            "tbody",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    private static final List<String> PIECES = List.of(
            "a",
            "word ",
            " ",
            "\n",
            "\n\n",
            "\t",
            "    ",
            "*",
            "**",
            "_",
            "~~",
            "~",
            "`",
            "```",
            "\n```x\" onload=y\n",
            "[",
            "]",
            "](",
            ")",
            "![",
            "(",
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "'",
            "&",
            "&lt;",
            "&#x6A;",
            "&#0;",
            "\\",
            "\n# ",
            "\n> ",
            "\n- ",
            "\n1. ",
            "\n999999999. ",
            "\n---\n",
            "|",
            "\n|-|:-:|\n",
            "\n===\n",
            ":",
            "javascript:",
            "data:",
            "http://",
            "https://x.example/",
            "mailto:",
            "www.x.example",
            "a@b.example",
            "ftp://x",
            "user:" + KIM,
            "[@Kim](user:" + KIM + ")",
            "[a]: http://x.example \"t\"\n",
            "[a][a]",
            "<script>",
            "<img src=x onerror=y>",
            "<svg/onload=y>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<?php",
            "<a href=\"javascript:x\">",
            "<http://x y>",
            "<javascript:x>",
            "onload=",
            "style=",
            "\u0000",
            "\u0001",
            "\u202E",
            "\uD83D\uDE42",
            "\uD800",
            "\r",
            "\u2028",
            "\u00A0",
            "{",
            "}",
            "$",
            "%",
            "%0a",
            "%00");

    @Test
    void neverYieldsATagAttributeOrSchemeOutsideTheList() {
        for (long seed = 0; seed < 5_000; seed++) {
            String source = random(new Random(seed));
            check(source, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                ">",
                "- ",
                "1. ",
                "*a ",
                "**a ",
                "_a_",
                "[",
                "![",
                "[a](",
                "![a](",
                "`",
                "~~a ",
                "|a",
                "|a\n",
                "<",
                "&",
                "a@b.example ",
                "http://a ",
                "[@K](user:01920000-0000-7000-8000-000000000001)",
                "\\",
                "*",
                "***a",
                "\n> - ",
            })
    void staysWithinBoundsWhenOnePieceIsRepeated(String piece) {
        String source = piece.repeat(MAX_LENGTH / piece.length());
        check(source, piece);
        check(source + "](http://a)".repeat(100), piece);
        check(source + "a* b** c_ ] ".repeat(400), piece);
    }

    @Test
    void doesNotFillUpAHugeTable() {
        String html =
                check("**a**\n\n" + "|a".repeat(600) + "\n" + "|-".repeat(600) + "\n" + "b\n".repeat(1_200), "table");
        assertThat(html)
                .as("no table, but the rest of the markup")
                .contains("<strong>a</strong>")
                .doesNotContain("<table>");
    }

    @Test
    void doesNotRepeatOneLongAddressForEver() {
        String html = check("[a]: http://" + "x".repeat(2_500) + "\n\n" + "[a]".repeat(800), "references");
        assertThat(html).startsWith("<p>[a]: http://x");
    }

    private static String random(Random random) {
        StringBuilder source = new StringBuilder();
        for (int i = 1 + random.nextInt(40); i > 0; i--) {
            source.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return source.toString();
    }

    private static String check(String source, String from) {
        String html = Markdown.html(source, PEOPLE);
        assertThat(html.length()).as(from).isLessThanOrEqualTo(210_000);
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(100_000));
        List<String> wrong = new ArrayList<>();
        document.body().traverse((node, depth) -> {
            if (depth > 4 * Markdown.MAX_NESTING) {
                wrong.add("depth " + depth);
            }
            if (depth > 0 && node instanceof Element element && !isAllowed(element)) {
                wrong.add(element.outerHtml());
            }
        });
        assertThat(wrong).as(() -> from + "\n" + source + "\n" + html).isEmpty();
        assertThat(document.select("a a, head > *")).as(from).isEmpty();
        return html;
    }

    private static boolean isAllowed(Element element) {
        String tag = element.tagName();
        return (BARE.contains(tag) || ALLOWED.containsKey(tag))
                && element.attributes().asList().stream()
                        .map(Attribute::getKey)
                        .allMatch(ALLOWED.getOrDefault(tag, Set.of())::contains)
                && switch (tag) {
                    case "a" ->
                        element.attr("href").matches("(?i)(https?://|mailto:)[\\x21-\\x7e]+")
                                && element.attr("rel").equals("nofollow noopener noreferrer");
                    case "span" -> element.attr("data-user").equals(KIM.toString());
                    case "code" -> element.className().matches("(language-[\\w+#.-]{1,30})?");
                    default -> true;
                };
    }
}
