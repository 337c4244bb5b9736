package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "'  spaced name.txt ', 'spaced name.txt'",
        "../../etc/passwd, passwd",
        "'C:\\Users\\kim\\a.txt', a.txt",
        "/etc/, file",
        ".., file",
        "., file",
        "'', file",
        ".profile, .profile",
        "Größe 漢字 🙂.txt, Größe 漢字 🙂.txt"
    })
    void keepsWhatPeopleReadAndDropsFolders(String given, String expected) {
        assertThat(FileName.clean(given)).isEqualTo(expected);
    }

    @Test
    void dropsControlCharactersAndMarksOfDirection() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x\u0000.txt")).isEqualTo("aSet-Cookie: x.txt");
        assertThat(FileName.clean("invoice\u202Egpj.exe")).isEqualTo("invoicegpj.exe");
        assertThat(FileName.clean("\u2066a\u200Fb\u2069.txt\u2028")).isEqualTo("ab.txt");
        assertThat(FileName.clean("a\uD800b.txt")).isEqualTo("ab.txt");
        assertThat(FileName.clean(null)).isEqualTo("file");
    }

    @Test
    void shortensToTheLimitAndKeepsTheExtension() {
        assertThat(FileName.clean("a".repeat(255))).hasSize(255);
        assertThat(FileName.clean("a".repeat(300) + ".pdf")).hasSize(255).endsWith("a.pdf");
        assertThat(FileName.clean("🙂".repeat(200) + ".txt")).hasSize(254).endsWith("🙂.txt");
        assertThat(FileName.clean("a." + "b".repeat(300))).hasSize(255);
    }

    @Test
    void addsTheTrueExtensionToANameThatLies() {
        assertThat(FileName.honest("photo.PNG", FileType.PNG)).isEqualTo("photo.PNG");
        assertThat(FileName.honest("photo.exe", FileType.PNG)).isEqualTo("photo.exe.png");
        assertThat(FileName.honest("README", FileType.TEXT)).isEqualTo("README.txt");
        assertThat(FileName.honest(".html", FileType.TEXT)).isEqualTo(".html.txt");
    }

    @Test
    void writesTheNameAsRfc6266And8187Say() {
        assertThat(FileName.asAttachment("a b.txt"))
                .isEqualTo("attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt");
        assertThat(FileName.asAttachment("Größe \"50%\" *.txt"))
                .isEqualTo(
                        "attachment; filename=\"Gr__e _50__ *.txt\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%2250%25%22%20%2A.txt");
    }
}
