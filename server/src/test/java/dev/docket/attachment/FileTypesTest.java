package dev.docket.attachment;

import static dev.docket.attachment.SampleFiles.joined;
import static dev.docket.attachment.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docket.common.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FileTypesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("accepted")
    void tellsTheTypeByContentWhateverTheName(byte[] content, String name, FileType expected) throws IOException {
        assertThat(detect(content, name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsNotOnTheList(byte[] content, String name) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> detect(content, name))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(415))
                .withMessageContaining("expected: PNG");
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                file("PNG", SampleFiles.png(), "picture.png", FileType.PNG),
                file("PNG that claims to be text", SampleFiles.png(), "notes.txt", FileType.PNG),
                file("PNG that claims to be a web page", SampleFiles.png(), "index.html", FileType.PNG),
                file("JPEG", SampleFiles.jpeg(), "photo.jpg", FileType.JPEG),
                file("GIF", SampleFiles.gif(), "moving.gif", FileType.GIF),
                file("WebP", SampleFiles.webp(), "small.webp", FileType.WEBP),
                file("PDF", SampleFiles.pdf(), "paper.pdf", FileType.PDF),
                file("PDF after a byte order mark", joined(bom(), SampleFiles.pdf()), "paper.pdf", FileType.PDF),
                file("DOCX", SampleFiles.docx(), "letter.docx", FileType.DOCX),
                file("DOCX that claims to be a ZIP", SampleFiles.docx(), "letter.zip", FileType.DOCX),
                file("XLSX", SampleFiles.xlsx(), "table.xlsx", FileType.XLSX),
                file("PPTX", SampleFiles.pptx(), "slides.pptx", FileType.PPTX),
                file("DOC", SampleFiles.compound("WordDocument", "1Table"), "old.doc", FileType.DOC),
                file("XLS", SampleFiles.compound("Workbook"), "old.xls", FileType.XLS),
                file("XLS of 1995", SampleFiles.compound("Book"), "older.xls", FileType.XLS),
                file(
                        "PPT with a directory of two sectors",
                        SampleFiles.compound("a", "b", "c", "d", "PowerPoint Document"),
                        "old.ppt",
                        FileType.PPT),
                file("ODT", SampleFiles.openDocument("text"), "letter.odt", FileType.ODT),
                file("ODS", SampleFiles.openDocument("spreadsheet"), "table.ods", FileType.ODS),
                file("ODP", SampleFiles.openDocument("presentation"), "slides.odp", FileType.ODP),
                file("ZIP", SampleFiles.zip(Map.of("readme.txt", "hello")), "all.zip", FileType.ZIP),
                file("ZIP that claims to be a DOCX", SampleFiles.zip(Map.of("a", "b")), "a.docx", FileType.ZIP),
                file("text", text("Hello,\nworld\n"), "hello.txt", FileType.TEXT),
                file("text without an extension", text("Hello"), "README", FileType.TEXT),
                file("text that claims to be a program", text("Hello"), "setup.exe", FileType.TEXT),
                file("text in Latin-1", "Größe".getBytes(StandardCharsets.ISO_8859_1), "a.txt", FileType.TEXT),
                file(
                        "CSV in Windows-1251",
                        "имя;сумма\n".getBytes(Charset.forName("windows-1251")),
                        "a.csv",
                        FileType.CSV),
                file("text in UTF-16", "\uFEFFHello".getBytes(StandardCharsets.UTF_16LE), "a.txt", FileType.TEXT),
                file("text that mentions a tag", text("Write <script> at the end"), "a.txt", FileType.TEXT),
                file("text that begins with an address", text("<kim@example.com> wrote"), "a.txt", FileType.TEXT),
                file("CSV", text("a,b\n1,2\n"), "table.CSV", FileType.CSV),
                file("GIF with a page behind it", joined(SampleFiles.gif(), text("<script>")), "a.html", FileType.GIF));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                file("HTML", text("<!DOCTYPE html><html><body>x</body></html>"), "page.txt"),
                file("HTML that claims to be a picture", text("<html><script>1</script></html>"), "picture.png"),
                file("HTML behind blanks", text(" ".repeat(1_000) + "<script>alert(1)</script>"), "a.txt"),
                file("HTML behind a byte order mark", joined(bom(), text("<img src=x onerror=y>")), "a.txt"),
                file("HTML in UTF-16", "\uFEFF<html> ".getBytes(StandardCharsets.UTF_16LE), "a.txt"),
                file("HTML behind a comment", text("<!-- x --><iframe src=x>"), "a.csv"),
                file("HTML with a PDF inside", text("<html><body>\n%PDF-1.7\n"), "paper.pdf"),
                file("text with a PDF inside", text("hello\n%PDF-1.7\n"), "paper.pdf"),
                file("SVG", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "picture.svg"),
                file("SVG as XML", text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "a.png"),
                file("XML", text("<?xml version=\"1.0\"?><a/>"), "a.xml"),
                file("Windows program", joined(text("MZ"), new byte[200]), "picture.png"),
                file("Linux program", joined(new byte[] {0x7F}, text("ELF"), new byte[60]), "notes.txt"),
                file("shell script", text("#!/bin/sh\nrm -rf /\n"), "notes.txt"),
                file("Java class", new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 69}, "a"),
                file("JAR", SampleFiles.zip(Map.of("META-INF/MANIFEST.MF", "Main-Class: A")), "all.zip"),
                file("Android program", SampleFiles.zip(Map.of("AndroidManifest.xml", "x")), "all.zip"),
                file("Office document with macros", SampleFiles.docm(), "letter.docx"),
                file("OpenDocument drawing", SampleFiles.openDocument("graphics"), "a.odt"),
                file("installer", SampleFiles.compound("SummaryInformation", "!Property"), "old.doc"),
                file("compound file that ends early", cut(SampleFiles.compound("WordDocument"), 600), "old.doc"),
                file("ZIP that ends early", cut(SampleFiles.zip(Map.of("a", "b")), 30), "all.zip"),
                file("text with binary content behind", joined(text("hello ".repeat(2_000)), new byte[9]), "a.txt"),
                file("random bytes", new byte[] {1, 2, 3, 4, 5, 0, (byte) 0x99}, "a.png"));
    }

    private FileType detect(byte[] content, String name) throws IOException {
        return FileTypes.detect(Files.write(folder.resolve("content"), content), name);
    }

    private static Arguments file(String what, byte[] content, String name, FileType expected) {
        return Arguments.of(Named.of(what, content), name, expected);
    }

    private static Arguments file(String what, byte[] content, String name) {
        return Arguments.of(Named.of(what, content), name);
    }

    private static byte[] bom() {
        return new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    }

    private static byte[] cut(byte[] content, int length) {
        return java.util.Arrays.copyOf(content, length);
    }
}
