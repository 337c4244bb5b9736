package dev.docket.attachment;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a camera was held: tag 274 of the Exif segment of a JPEG (Exif 2.32 section 4.6.4, TIFF 6.0). The one thing that must
 * be known of it; a whole metadata reader would trust a stranger's file with much more.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;
    private static final int ORIENTATION = 274;
    private static final int HEAD = 64 * 1024;
    private static final long EXIF = 0x457869660000L;

    private ExifOrientation() {}

    /** 1..8; {@link #UPRIGHT} if the file does not say. */
    static int of(Path jpeg) throws IOException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(jpeg)) {
            head = bytes.readNBytes(HEAD);
        }
        try {
            return find(ByteBuffer.wrap(head));
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    static boolean isTurned(int orientation) {
        return orientation >= 5;
    }

    /** Brings a picture of this size, as it lies in the file, upright. */
    static AffineTransform transform(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int find(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.getShort(at) & 0xFF00) == 0xFF00) {
            int marker = jpeg.getShort(at) & 0xFF;
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == 0xE1 && (jpeg.getLong(at + 4) >>> 16) == EXIF) {
                return inTiff(jpeg.slice(at + 10, length - 8));
            }
            if (marker == 0xDA || length < 2) {
                return UPRIGHT; // the picture itself begins
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
