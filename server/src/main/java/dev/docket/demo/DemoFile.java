package dev.docket.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A small real file, made up on the spot. */
final class DemoFile {
    private static final List<String> MATERIALS = List.of(
            "Oak board", "Brass handle", "Felt panel", "Linen curtain", "Pendant lamp", "Screws 4x40", "Varnish");

    private final String name;
    private final byte[] content;

    private DemoFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    InputStream open() {
        return new ByteArrayInputStream(content);
    }

    static DemoFile about(String subject, Chance chance) {
        String name =
                subject.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return switch (chance.between(0, 3)) {
            case 0 -> new DemoFile(name + ".png", picture(chance));
            case 1 -> new DemoFile(name + ".pdf", document(subject, chance));
            case 2 -> new DemoFile(name + ".csv", table(chance));
            default -> new DemoFile(name + "-notes.txt", notes(subject, chance));
        };
    }

    /** A board of colours, as for choosing materials. */
    private static byte[] picture(Chance chance) {
        BufferedImage image = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int column = 0; column < 6; column++) {
            for (int row = 0; row < 4; row++) {
                graphics.setColor(Color.getHSBColor(
                        (float) (0.05 + 0.4 * chance.share()), (float) (0.2 + 0.4 * chance.share()), (float)
                                (0.4 + 0.5 * chance.share())));
                graphics.fillRect(column * 80 + 2, row * 80 + 2, 76, 76);
            }
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] table(Chance chance) {
        StringBuilder rows = new StringBuilder("Item,Quantity,Unit price (EUR)\r\n");
        MATERIALS.forEach(item -> rows.append("%s,%d,%d.%02d\r\n"
                .formatted(item, chance.between(1, 60), chance.between(2, 90), chance.between(0, 99))));
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] notes(String subject, Chance chance) {
        return """
                Notes: %s

                - Talked to everybody concerned, no objections.
                - Needs about %d hours and one visit on site.
                - Material: %s, %s.
                - Next step: confirm the date.
                """.formatted(subject, chance.between(2, 24), chance.among(MATERIALS), chance.among(MATERIALS))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One page of text in Helvetica, which every reader has. */
    private static byte[] document(String subject, Chance chance) {
        StringBuilder text =
                new StringBuilder("BT /F1 20 Tf 60 770 Td (" + escaped(subject) + ") Tj /F1 11 Tf 0 -36 Td ");
        for (int line = 0; line < 8; line++) {
            text.append(
                    "(%s: %d pieces, agreed) Tj 0 -18 Td ".formatted(chance.among(MATERIALS), chance.between(1, 40)));
        }
        text.append("ET");
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        return pdf(objects);
    }

    private static byte[] pdf(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(file.length());
            file.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        file.append(table).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\()])", "\\\\$1").replaceAll("[^ -~]", " ");
    }
}
