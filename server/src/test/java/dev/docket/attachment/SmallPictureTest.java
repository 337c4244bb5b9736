package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallPictureTest {
    private static final String LOSSY = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";
    private static final String LOSSLESS = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpeg, JPEG", "gif, GIF"})
    void drawsWhatTheJdkReads(String format, FileType type) throws IOException {
        BufferedImage small = drawn(SampleFiles.picture(format, 1_000, 500), type);
        assertThat(small.getWidth()).isEqualTo(400);
        assertThat(small.getHeight()).isEqualTo(200);
        assertThat(isReddish(small, 20, 100)).isTrue();
        assertThat(isReddish(small, 380, 100)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {LOSSY, LOSSLESS})
    void drawsWebP(String base64) throws IOException {
        assertThat(drawn(Base64.getDecoder().decode(base64), FileType.WEBP).getWidth())
                .isEqualTo(1);
    }

    @Test
    void leavesASmallPictureItsSize() throws IOException {
        assertThat(drawn(SampleFiles.picture("png", 30, 20), FileType.PNG).getWidth())
                .isEqualTo(30);
    }

    @Test
    void keepsALinePictureVisible() throws IOException {
        assertThat(drawn(SampleFiles.picture("png", 5_000, 2), FileType.PNG).getHeight())
                .isEqualTo(1);
    }

    /** Red is on the left in the file; where it is for people depends on how the camera was held. */
    @ParameterizedTest
    @CsvSource({
        "1, 20, 100",
        "2, 380, 100",
        "3, 380, 100",
        "4, 20, 100",
        "5, 100, 20",
        "6, 100, 20",
        "7, 100, 380",
        "8, 100, 380"
    })
    void turnsAPhotoUpright(int orientation, int redX, int redY) throws IOException {
        BufferedImage small =
                drawn(SampleFiles.held(orientation, SampleFiles.picture("jpeg", 800, 400)), FileType.JPEG);
        assertThat(small.getWidth() > small.getHeight()).isEqualTo(orientation < 5);
        assertThat(isReddish(small, redX, redY)).isTrue();
        assertThat(isReddish(small, small.getWidth() - 1 - redX, small.getHeight() - 1 - redY))
                .isFalse();
    }

    @Test
    void leavesNothingOfTheFileButItsLook() throws IOException {
        byte[] photo = SampleFiles.held(6, SampleFiles.picture("jpeg", 800, 400));
        byte[] small = of(photo, FileType.JPEG).orElseThrow();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif");
        assertThat(new String(small, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void refusesABombByItsHeadAlone() throws IOException {
        assertThat(of(SampleFiles.pngThatClaims(60_000, 60_000), FileType.PNG)).isEmpty();
    }

    @Test
    void givesUpOnDamagedPictures() throws IOException {
        for (FileType type : new FileType[] {FileType.PNG, FileType.JPEG, FileType.GIF, FileType.WEBP}) {
            assertThat(of(SampleFiles.text("nothing of the kind"), type)).isEmpty();
        }
        byte[] jpeg = SampleFiles.picture("jpeg", 800, 400);
        assertThat(of(Arrays.copyOf(jpeg, 100), FileType.JPEG)).isEmpty();
    }

    private BufferedImage drawn(byte[] content, FileType type) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(of(content, type).orElseThrow()));
    }

    private Optional<byte[]> of(byte[] content, FileType type) throws IOException {
        return SmallPicture.of(Files.write(folder.resolve("picture"), content), type);
    }

    private static boolean isReddish(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return color.getRed() > color.getBlue();
    }
}
