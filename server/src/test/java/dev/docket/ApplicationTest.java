package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingFolder;
import dev.docket.testing.TestingProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program from outside: its exit codes, what it prints, and that killing it breaks nothing. */
final class ApplicationTest {
    private static final Pattern FIRST_START = Pattern.compile("(\\S+) with the password (\\S+) .*");
    private static final int SIGTERM = 143;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void listsWrongSettingsAndStops() {
        int status = run(Map.of("DOCKET_PORT", "many", "DOCKET_COLOUR", "blue"));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("DOCKET_PORT: many (expected: 0..65535)", "DOCKET_COLOUR: unknown");
    }

    @Test
    void saysInOneSentenceThatTheDatabaseIsNotThere() {
        int status = run(Map.of(
                "DOCKET_DATABASE_URL", "jdbc:postgresql://localhost:1/docket?password=hidden",
                "DOCKET_DATABASE_PASSWORD", "hidden"));

        assertThat(status).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "Docket could not start: the database jdbc:postgresql://localhost:1/docket can't be reached: ")
                .hasLineCount(1)
                .doesNotContain("hidden", "Exception");
    }

    @Test
    void saysThatTheDataFolderCannotBeWritten() throws IOException {
        try (TestingFolder folder = TestingFolder.create()) {
            Path file = Files.createFile(folder.path().resolve("file"));

            int status = run(Map.of("DOCKET_DATA_DIR", file.toString()));

            assertThat(status).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("the data folder " + file + " can't be written (DOCKET_DATA_DIR)");
        }
    }

    @Test
    void survivesBeingKilled() throws IOException {
        try (TestingFolder folder = TestingFolder.create()) {
            String email;
            String password;
            long postmaster;
            try (TestingProcess first = TestingProcess.start(folder.path(), Map.of())) {
                TestingClient client = new TestingClient(URI.create(first.await("Docket is ready: ")));
                Matcher admin = FIRST_START.matcher(first.await("First start. Log in as "));
                assertThat(admin.matches()).isTrue();
                email = admin.group(1);
                password = admin.group(2);
                createUser(client, email, password);
                postmaster = postmaster(folder.path());

                refusesASecondServerOn(folder.path());

                first.kill();
                assertThat(ProcessHandle.of(postmaster))
                        .as("the left-over postmaster")
                        .isPresent();
            }
            try (TestingProcess second = TestingProcess.start(folder.path(), Map.of())) {
                TestingClient client = new TestingClient(URI.create(second.await("Docket is ready: ")));

                assertThat(second.line("First start.")).isEmpty();
                assertThat(ProcessHandle.of(postmaster)).isEmpty();
                assertThat(client.withToken(logIn(client, email, password))
                                .get("users?q=kept@example.test")
                                .expect(200)
                                .body()
                                .path("data"))
                        .hasSize(1);
                assertThat(second.stop()).isEqualTo(SIGTERM);
                assertThat(folder.path().resolve("postgres/postmaster.pid")).doesNotExist();
            }
        }
    }

    @Test
    void saysThatAnotherProgramHasThePort() throws IOException {
        try (TestingFolder folder = TestingFolder.create();
                ServerSocket taken = new ServerSocket(0);
                TestingProcess process = TestingProcess.start(
                        folder.path(), Map.of("DOCKET_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .contains("Docket could not start: 0.0.0.0:" + taken.getLocalPort() + " can't be listened on");
            assertThat(folder.path().resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    private static void refusesASecondServerOn(Path dataDir) {
        try (TestingProcess other = TestingProcess.start(dataDir, Map.of())) {
            assertThat(other.exitCode()).isEqualTo(1);
            assertThat(other.output())
                    .isEqualTo("Docket could not start: the data folder " + dataDir
                            + " is in use by another Docket server.");
        }
    }

    private static void createUser(TestingClient client, String email, String password) {
        client.withToken(logIn(client, email, password))
                .post(
                        "users",
                        Map.of(
                                "email", "kept@example.test",
                                "firstName", "Kept",
                                "lastName", "Safe",
                                "role", "client",
                                "password", "12345678"))
                .expect(201);
    }

    private static String logIn(TestingClient client, String email, String password) {
        return client.post("auth/session", Map.of("email", email, "password", password))
                .expect(200)
                .body()
                .path("accessToken")
                .asText();
    }

    private static long postmaster(Path dataDir) throws IOException {
        return Long.parseLong(Files.readAllLines(dataDir.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private int run(Map<String, String> environment) {
        return Application.run(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
