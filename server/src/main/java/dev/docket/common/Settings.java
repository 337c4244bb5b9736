package dev.docket.common;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can set, each by an environment variable {@code DOCKET_…}. A missing one has its default; an unknown
 * or a wrong one stops the start, and all that is wrong is reported at once.
 *
 * @param port of HTTP and Socket.IO; 0 takes a free one
 * @param dataDir where the embedded database and the files live
 * @param databaseUrl JDBC URL of an external PostgreSQL; none: the embedded one
 * @param publicUrl how browsers reach this installation; decides on Secure cookies and allowed origins
 * @param trustedProxies whose word about the address of a client is believed
 * @param replayLimit missed entries of one program that a reconnecting client is sent; beyond it is told to reload
 * @param files where uploaded files are kept
 * @param demo an empty installation is filled with a demo company
 * @param demoTraffic simulated colleagues work in the demo company
 */
public record Settings(
        String host,
        int port,
        Path dataDir,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        Secret databasePassword,
        int databasePoolSize,
        URI publicUrl,
        TrustedProxies trustedProxies,
        int replayLimit,
        FileSettings files,
        boolean demo,
        boolean demoTraffic) {

    /** A value that never prints. */
    public record Secret(@Nullable String value) {
        @Override
        public String toString() {
            return value == null ? "(none)" : "(set)";
        }
    }

    /** Everything that is wrong with the settings, one line each. */
    public static final class WrongSettings extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongSettings(List<String> problems) {
            super(String.join("\n", problems), null, false, false);
        }
    }

    /** @throws WrongSettings that lists each unknown or wrong {@code DOCKET_} variable */
    public static Settings from(Map<String, String> environment) {
        Reader reader = new Reader(environment);
        String host = reader.get("DOCKET_HOST", "0.0.0.0", "an address to listen on", text -> text);
        int port = reader.integer("DOCKET_PORT", 8080, 0, 65_535);
        Settings settings = new Settings(
                host,
                port,
                reader.get("DOCKET_DATA_DIR", Path.of("data"), "a folder", Path::of)
                        .toAbsolutePath(),
                reader.optional("DOCKET_DATABASE_URL", "jdbc:postgresql://…", Settings::jdbcUrl),
                reader.optional("DOCKET_DATABASE_USER", "a name", text -> text),
                new Secret(reader.optional("DOCKET_DATABASE_PASSWORD", "a password", text -> text)),
                reader.integer("DOCKET_DATABASE_POOL_SIZE", 16, 2, 500),
                reader.get(
                        "DOCKET_PUBLIC_URL",
                        URI.create("http://localhost:" + port),
                        "http(s)://host[:port]",
                        Settings::httpUrl),
                reader.get(
                        "DOCKET_TRUSTED_PROXIES",
                        TrustedProxies.NONE,
                        "addresses or networks such as 10.0.0.0/8, separated by commas",
                        TrustedProxies::parse),
                reader.integer("DOCKET_REPLAY_LIMIT", 5_000, 100, 100_000),
                files(reader),
                reader.flag("DOCKET_DEMO"),
                reader.flag("DOCKET_DEMO_TRAFFIC"));
        reader.require(
                settings.demo || !settings.demoTraffic,
                "DOCKET_DEMO_TRAFFIC: true (expected: only together with DOCKET_DEMO=true)");
        reader.finish();
        return settings;
    }

    public boolean secureCookies() {
        return "https".equals(publicUrl.getScheme());
    }

    private static FileSettings files(Reader reader) {
        boolean s3 = reader.get("DOCKET_STORAGE", false, "disk or s3", text -> switch (text) {
            case "disk" -> false;
            case "s3" -> true;
            default -> throw new IllegalArgumentException();
        });
        String bucket = reader.get("DOCKET_S3_BUCKET", "", "the name of a bucket", text -> text);
        FileSettings.S3 store = new FileSettings.S3(
                reader.optional("DOCKET_S3_ENDPOINT", "http(s)://host[:port]", Settings::httpUrl),
                bucket,
                reader.get("DOCKET_S3_REGION", "us-east-1", "the name of a region", text -> text),
                reader.optional("DOCKET_S3_ACCESS_KEY", "a key", text -> text),
                new Secret(reader.optional("DOCKET_S3_SECRET_KEY", "a key", text -> text)),
                reader.flag("DOCKET_S3_PATH_STYLE"));
        long quota =
                reader.get("DOCKET_PROGRAM_QUOTA", 5L << 30, "a size, such as 500MB, 5GB or 2TB", FileSettings::size);
        reader.require(
                !s3 || !bucket.isEmpty(), "DOCKET_S3_BUCKET: missing (expected: a bucket, for DOCKET_STORAGE is s3)");
        reader.require(
                (store.accessKey() == null) == (store.secretKey().value() == null),
                "DOCKET_S3_ACCESS_KEY, DOCKET_S3_SECRET_KEY: one is missing (expected: both or neither)");
        return new FileSettings(s3 ? store : null, quota);
    }

    private static String jdbcUrl(String text) {
        if (!text.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static URI httpUrl(String text) {
        URI uri = URI.create(text);
        if (!Set.of("http", "https").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException();
        }
        return uri;
    }

    private static final class Reader {
        private final Map<String, String> environment;
        private final Set<String> known = new HashSet<>();
        private final List<String> problems = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        <T> T get(String key, T fallback, String expected, Function<String, T> parse) {
            T value = optional(key, expected, parse);
            return value == null ? fallback : value;
        }

        <T> @Nullable T optional(String key, String expected, Function<String, T> parse) {
            known.add(key);
            String text = environment.get(key);
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException _) {
                String shown = key.contains("PASSWORD") || key.contains("SECRET") ? "(set)" : text;
                problems.add(key + ": " + shown + " (expected: " + expected + ")");
                return null;
            }
        }

        int integer(String key, int fallback, int min, int max) {
            return get(key, fallback, min + ".." + max, text -> {
                int value = Integer.parseInt(text);
                if (value < min || value > max) {
                    throw new IllegalArgumentException();
                }
                return value;
            });
        }

        boolean flag(String key) {
            return get(key, false, "true or false", text -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException();
            });
        }

        void require(boolean condition, String problem) {
            if (!condition) {
                problems.add(problem);
            }
        }

        void finish() {
            environment.keySet().stream()
                    .filter(key -> key.startsWith("DOCKET_") && !known.contains(key))
                    .sorted()
                    .forEach(key ->
                            problems.add(key + ": unknown (expected one of: " + new java.util.TreeSet<>(known) + ")"));
            if (!problems.isEmpty()) {
                throw new WrongSettings(problems);
            }
        }
    }
}
