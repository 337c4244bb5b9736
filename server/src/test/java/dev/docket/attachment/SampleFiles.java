package dev.docket.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every kind that uploads are tried with. */
final class SampleFiles {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private SampleFiles() {}

    static byte[] png() {
        return image("png");
    }

    static byte[] jpeg() {
        return image("jpeg");
    }

    static byte[] gif() {
        return image("gif");
    }

    static byte[] webp() {
        return joined(text("RIFF"), new byte[] {26, 0, 0, 0}, text("WEBPVP8L"), new byte[18]);
    }

    static byte[] pdf() {
        return text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    static byte[] docx() {
        return ooxml("wordprocessingml.document.main+xml");
    }

    static byte[] xlsx() {
        return ooxml("spreadsheetml.sheet.main+xml");
    }

    static byte[] pptx() {
        return ooxml("presentationml.presentation.main+xml");
    }

    static byte[] docm() {
        return contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml");
    }

    static byte[] openDocument(String kind) {
        return zip(Map.of("mimetype", "application/vnd.oasis.opendocument." + kind));
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(text(entry.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A compound file ([MS-CFB]) whose root holds the streams named, all of them empty. */
    static byte[] compound(String... streams) {
        ByteBuffer file =
                ByteBuffer.allocate(512 * (2 + (streams.length + 4) / 4)).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L);
        file.putShort(26, (short) 3)
                .putShort(28, (short) 0xFFFE)
                .putShort(30, (short) 9)
                .putShort(32, (short) 6);
        file.putInt(44, 1).putInt(48, 1).putInt(68, -2);
        for (int i = 1; i < 109; i++) {
            file.putInt(76 + 4 * i, -1);
        }
        int directorySectors = (streams.length + 4) / 4;
        file.putInt(512, -3);
        for (int i = 1; i <= directorySectors; i++) {
            file.putInt(512 + 4 * i, i == directorySectors ? -2 : i + 1);
        }
        List<String> names = new ArrayList<>(List.of("Root Entry"));
        names.addAll(List.of(streams));
        for (int i = 0; i < names.size(); i++) {
            int at = 1024 + 128 * i;
            byte[] name = names.get(i).getBytes(StandardCharsets.UTF_16LE);
            file.put(at, name).putShort(at + 64, (short) (name.length + 2)).put(at + 66, (byte) (i == 0 ? 5 : 2));
            // The siblings hang on each other's right side, as a degenerated tree.
            file.putInt(at + 68, -1).putInt(at + 72, i > 0 && i + 1 < names.size() ? i + 1 : -1);
            file.putInt(at + 76, i == 0 ? 1 : -1);
        }
        return file.array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Left half red, right half blue. */
    static byte[] picture(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image(picture, format);
    }

    /** A sound head, and almost nothing behind it. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] png = png();
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /** A JPEG whose camera was held like that. */
    static byte[] held(int orientation, byte[] jpeg) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put(text("Exif\0\0"));
        exif.put(text("MM")).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation);
        return joined(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] ooxml(String mainPart) {
        return contentTypes(OFFICE + mainPart);
    }

    private static byte[] contentTypes(String mainType) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("_rels/.rels", "<Relationships/>");
        entries.put(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/main.xml\" ContentType=\"" + mainType + "\"/></Types>");
        return zip(entries);
    }

    private static byte[] image(String format) {
        return image(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format);
    }

    private static byte[] image(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
