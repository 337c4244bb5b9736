package dev.docket.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Settings.WrongSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
    @Test
    void needsNoSettings() {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.secureCookies()).isFalse();
        assertThat(settings.trustedProxies()).isEqualTo(TrustedProxies.NONE);
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> Settings.from(Map.of(
                        "DOCKET_PORT", "80800",
                        "DOCKET_DATABASE_URL", "mysql://localhost",
                        "DOCKET_PUBLIC_URL", "docket.example",
                        "DOCKET_PROT", "8080",
                        "PATH", "/bin")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("DOCKET_PORT: 80800 (expected: 0..65535)")
                .hasMessageContaining("DOCKET_DATABASE_URL: mysql://localhost (expected: jdbc:postgresql://…)")
                .hasMessageContaining("DOCKET_PUBLIC_URL: docket.example (expected: http(s)://host[:port])")
                .hasMessageContaining("DOCKET_PROT: unknown")
                .satisfies(failure -> assertThat(failure.getMessage()).hasLineCount(4));
    }

    @ParameterizedTest
    @CsvSource({
        "DOCKET_PORT, -1",
        "DOCKET_PORT, http",
        "DOCKET_DATABASE_POOL_SIZE, 1",
        "DOCKET_REPLAY_LIMIT, 99",
        "DOCKET_PUBLIC_URL, ftp://docket.example",
        "DOCKET_PUBLIC_URL, https://",
        "DOCKET_TRUSTED_PROXIES, proxy.example",
        "DOCKET_TRUSTED_PROXIES, 10.0.0.0/33",
        "DOCKET_STORAGE, tape",
        "DOCKET_PROGRAM_QUOTA, 5",
        "DOCKET_PROGRAM_QUOTA, 0GB",
        "DOCKET_PROGRAM_QUOTA, 1000000MB",
        "DOCKET_S3_ENDPOINT, store.example",
        "DOCKET_S3_PATH_STYLE, yes",
    })
    void refuses(String name, String value) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOf(WrongSettings.class)
                .hasMessageStartingWith(name + ": " + value);
    }

    @Test
    void keepsFilesInTheDataFolderUnlessToldOtherwise() {
        assertThat(Settings.from(Map.of()).files().s3()).isNull();
        assertThat(Settings.from(Map.of()).files().programQuota()).isEqualTo(5_368_709_120L);
        assertThat(Settings.from(Map.of("DOCKET_PROGRAM_QUOTA", "500MB"))
                        .files()
                        .programQuota())
                .isEqualTo(524_288_000L);
    }

    @Test
    void wantsABucketAndBothKeysForAnObjectStore() {
        assertThatThrownBy(() -> Settings.from(Map.of("DOCKET_STORAGE", "s3", "DOCKET_S3_ACCESS_KEY", "docket")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("DOCKET_S3_BUCKET: missing")
                .hasMessageContaining("DOCKET_S3_ACCESS_KEY, DOCKET_S3_SECRET_KEY: one is missing");
        FileSettings.S3 s3 = Settings.from(Map.of(
                        "DOCKET_STORAGE", "s3",
                        "DOCKET_S3_BUCKET", "files",
                        "DOCKET_S3_ACCESS_KEY", "docket",
                        "DOCKET_S3_SECRET_KEY", "very secret"))
                .files()
                .s3();
        assertThat(String.valueOf(s3))
                .contains("bucket=files", "region=us-east-1", "pathStyle=false")
                .doesNotContain("very secret");
    }

    @Test
    void takesAnEmptyVariableAsUnset() {
        assertThatCode(() -> Settings.from(Map.of("DOCKET_DATABASE_URL", "", "DOCKET_PORT", " ")))
                .doesNotThrowAnyException();
    }

    @Test
    void neverPrintsASecret() {
        Settings settings = Settings.from(Map.of("DOCKET_DATABASE_PASSWORD", "very secret"));

        assertThat(settings.toString()).doesNotContain("very secret").contains("(set)");
        assertThat(settings.databasePassword().value()).isEqualTo("very secret");
    }

    @Test
    void sendsCookiesOnlyOverHttpsWhereThatIsThePublicAddress() {
        assertThat(Settings.from(Map.of("DOCKET_PUBLIC_URL", "https://docket.example"))
                        .secureCookies())
                .isTrue();
    }
}
