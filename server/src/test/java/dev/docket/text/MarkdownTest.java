package dev.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownTest {
    private static final UUID KIM = UUID.fromString("01920000-0000-7000-8000-000000000001");
    private static final String LINK = " rel=\"nofollow noopener noreferrer\" target=\"_blank\">";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain                  | <p>plain</p>",
                "*a* **b** ~~c~~ `d`    | <p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>",
                "# Title                | <h1>Title</h1>",
                "- one                  | <ul> <li>one</li> </ul>",
                "3. three               | <ol start=\"3\"> <li>three</li> </ol>",
                "> said                 | <blockquote> <p>said</p> </blockquote>",
                "5 < 6 & 7              | <p>5 &lt; 6 &amp; 7</p>",
            })
    void understands(String source, String html) {
        assertThat(Markdown.html(source).replaceAll("\\s+", " ").strip()).isEqualTo(html);
    }

    @Test
    void keepsLinesAsTheyWereTyped() {
        assertThat(Markdown.html("one\ntwo")).isEqualTo("<p>one<br />\ntwo</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*a* **b** ~~c~~ `d`                 | a b /c/ \"d\"",
                "'# Title\n\ntext\nof two lines'      | Title: text of two lines",
                "[here](https://docket.example) it is | here it is",
                "![lamp](https://docket.example/x)   | lamp",
                "<b>5 < 6</b>                        | <b>5 < 6</b>",
                "'```java\nint i;\n```'               | int i;",
            })
    void tellsInOneLineHowATextBegins(String source, String words) {
        assertThat(Markdown.excerpt(source.translateEscapes(), Map.of(), 200)).isEqualTo(words);
    }

    @Test
    void namesPeopleInAnExcerptAsTheyAreCalledNow() {
        assertThat(Markdown.excerpt("ask [@Kim](user:" + KIM + ")", Map.of(KIM, "Kim Ito"), 200))
                .isEqualTo("ask @Kim Ito");
        assertThat(Markdown.excerpt("ask [@Kim](user:" + KIM + ")", Map.of(), 200))
                .isEqualTo("ask @Kim");
    }

    @Test
    void cutsAnExcerptBetweenCharacters() {
        assertThat(Markdown.excerpt("one two", Map.of(), 7)).isEqualTo("one two");
        assertThat(Markdown.excerpt("one two!", Map.of(), 5)).isEqualTo("one…");
        assertThat(Markdown.excerpt("😀😀😀", Map.of(), 2)).isEqualTo("😀…");
    }

    @Test
    void makesTables() {
        assertThat(Jsoup.parse(Markdown.html("| a | b |\n|---|--:|\n| 1 | 2 |")).select("td"))
                .extracting(Element::outerHtml)
                .containsExactly("<td>1</td>", "<td align=\"right\">2</td>");
    }

    @Test
    void namesOnlyTheLanguageOfCode() {
        assertThat(Markdown.html("```java\nint i;\n```"))
                .isEqualTo("<pre><code class=\"language-java\">int i;\n</code></pre>\n");
        assertThat(Markdown.html("```mention\"x onload=alert(1)\na\n```")).isEqualTo("<pre><code>a\n</code></pre>\n");
    }

    @Test
    void linksToTheWebAndToMail() {
        assertThat(Markdown.html("[here](https://docket.example/a?b=c&d \"title\")"))
                .isEqualTo("<p><a href=\"https://docket.example/a?b=c&amp;d\"" + LINK + "here</a></p>\n");
        assertThat(Markdown.html("see http://docket.example."))
                .isEqualTo("<p>see <a href=\"http://docket.example\"" + LINK + "http://docket.example</a>.</p>\n");
        assertThat(Markdown.html("kim@docket.example"))
                .isEqualTo("<p><a href=\"mailto:kim@docket.example\"" + LINK + "kim@docket.example</a></p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert)",
                "[x](JaVaScRiPt:alert)",
                "[x](java&#10;script:alert)",
                "[x](&#106;avascript:alert)",
                "[x](<\u0001javascript:alert>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](file:///etc/passwd)",
                "[x](//elsewhere.example)",
                "[x](/api/v1/me)",
                "[x](#top)",
                "[x](user:no-id)",
                "[x](user:01920000-0000-7000-8000-000000000001)",
            })
    void showsOnlyTheTextOfALinkToAnywhereElse(String source) {
        assertThat(Markdown.html(source)).isEqualTo("<p>x</p>\n");
    }

    @Test
    void showsAPictureAsALink() {
        assertThat(Markdown.html("![a *chart*](https://spy.example/p.png)"))
                .isEqualTo("<p><a href=\"https://spy.example/p.png\"" + LINK + "a chart</a></p>\n");
        assertThat(Markdown.html("[![in](https://a.example)](https://b.example)"))
                .isEqualTo("<p><a href=\"https://b.example\"" + LINK + "in</a></p>\n");
        assertThat(Markdown.html("![](data:image/svg+xml,x)")).isEqualTo("<p>data:image/svg+xml,x</p>\n");
    }

    @Test
    void trap11ShowsHtmlAsTheTextThatItIs() {
        assertThat(Markdown.html("<img src=x onerror=alert(1)> and <b>bold</b>"))
                .isEqualTo("<p>&lt;img src=x onerror=alert(1)&gt; and &lt;b&gt;bold&lt;/b&gt;</p>\n");
        assertThat(Jsoup.parse(Markdown.html("<script>alert(1)</script>\n\n<svg onload=alert(1)>"))
                        .select("script, svg"))
                .isEmpty();
    }

    @Test
    void showsAMentionByTheNameOfToday() {
        String source = "[@Boss](user:" + KIM + ") and [@Nobody](user:" + UUID.randomUUID() + ")";
        assertThat(Markdown.html(source, Map.of(KIM, "Kim <b>")))
                .isEqualTo(
                        "<p><span class=\"mention\" data-user=\"" + KIM + "\">@Kim &lt;b&gt;</span> and @Nobody</p>\n");
    }

    @Test
    void findsWhoIsMentionedButNotInCodeOrPictures() {
        UUID sam = UUID.randomUUID();
        String source =
                "# [@Kim *Ex*](user:" + KIM + ")\n> [again](user:" + KIM + ") [Sam](user:" + sam + ")\n\n`[@C](user:"
                        + UUID.randomUUID() + ")` ![[@P](user:" + UUID.randomUUID() + ")](http://a.example)";
        assertThat(Markdown.mentions(source)).containsExactly(Map.entry(KIM, "Kim Ex"), Map.entry(sam, "Sam"));
    }
}
