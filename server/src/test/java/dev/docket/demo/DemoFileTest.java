package dev.docket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class DemoFileTest {
    @Test
    void makesRealFilesOfFourKinds() throws IOException {
        Chance chance = new Chance(1);
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            DemoFile file = DemoFile.about("New banner (draft) – Größe", chance);
            kinds.add(file.name().substring(file.name().lastIndexOf('.')));
            if (file.name().endsWith(".png")) {
                assertThat(ImageIO.read(file.open()).getWidth()).isEqualTo(480);
            } else if (file.name().endsWith(".pdf")) {
                assertTablePointsAtObjects(new String(file.open().readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder(".png", ".pdf", ".csv", ".txt");
    }

    private static void assertTablePointsAtObjects(String pdf) {
        int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref") + 10, pdf.indexOf("\n%%EOF"))
                .strip());
        assertThat(pdf.substring(table)).startsWith("xref\n0 6\n");
        List<String> lines = pdf.substring(table).lines().toList();
        for (int object = 1; object <= 5; object++) {
            int offset = Integer.parseInt(lines.get(2 + object).substring(0, 10));
            assertThat(pdf.substring(offset)).startsWith(object + " 0 obj");
        }
    }
}
