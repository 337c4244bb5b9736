package dev.docket.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws a picture anew, small: nothing of the file but its look survives, no place where a photo was taken, no trick. */
final class SmallPicture {
    static final int SIDE = 400;
    /** The JDK's readers skip rows and columns as they go and never hold the whole picture. */
    private static final long MAX_PIXELS = 50_000_000;
    /** This one's does. */
    private static final long MAX_WEBP_PIXELS = 16_000_000;

    private static final Logger log = LoggerFactory.getLogger(SmallPicture.class);

    private SmallPicture() {}

    /** A JPEG with sides of at most {@value #SIDE}; empty if the picture is damaged, of a rare kind, or too large. */
    static Optional<byte[]> of(Path file, FileType type) {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
        try (FileImageInputStream input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > (type == FileType.WEBP ? MAX_WEBP_PIXELS : MAX_PIXELS)) {
                return Optional.empty();
            }
            BufferedImage rough = reader.read(0, roughly(reader));
            int orientation = type == FileType.JPEG ? ExifOrientation.of(file) : ExifOrientation.UPRIGHT;
            return Optional.of(jpeg(fine(rough, orientation)));
        } catch (IOException | RuntimeException e) {
            // Readers fail in every way on damaged files.
            log.info("a picture could not be made smaller: {}", e.toString());
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** Every n-th pixel, so that two to four times the final size is left. */
    private static ImageReadParam roughly(ImageReader reader) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE));
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    private static BufferedImage fine(BufferedImage rough, int orientation) {
        double scale = Math.min(1, (double) SIDE / Math.max(rough.getWidth(), rough.getHeight()));
        int width = Math.max(1, (int) Math.round(rough.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(rough.getHeight() * scale));
        boolean turned = ExifOrientation.isTurned(orientation);
        BufferedImage fine =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = fine.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, fine.getWidth(), fine.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform transform = ExifOrientation.transform(orientation, width, height);
        transform.scale((double) width / rough.getWidth(), (double) height / rough.getHeight());
        graphics.drawImage(rough, transform, null);
        graphics.dispose();
        return fine;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "jpeg", output);
        }
        return bytes.toByteArray();
    }
}
