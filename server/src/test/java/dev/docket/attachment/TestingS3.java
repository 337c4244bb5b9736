package dev.docket.attachment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real S3 server, S3Mock, as a process of its own with the bucket {@value #BUCKET}; its data is gone with it. */
final class TestingS3 implements AutoCloseable {
    static final String BUCKET = "docket";

    private static final Pattern STARTED = Pattern.compile("Tomcat started on ports? .*?([0-9]+) \\(http\\)");

    private final Process process;
    private final URI address;

    private TestingS3(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static TestingS3 start() {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("target", "s3-server.jar").toString(),
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.http-port=0",
                        "--com.adobe.testing.s3mock.max-payload-size=30MB")
                .redirectErrorStream(true);
        builder.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", BUCKET);
        try {
            Process process = builder.start();
            return new TestingS3(process, URI.create("http://localhost:" + port(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    /** The settings of a Docket that uses it. */
    Map<String, String> settings() {
        return Map.of(
                "DOCKET_STORAGE", "s3",
                "DOCKET_S3_ENDPOINT", address.toString(),
                "DOCKET_S3_BUCKET", BUCKET,
                "DOCKET_S3_PATH_STYLE", "true",
                "DOCKET_S3_ACCESS_KEY", "docket",
                "DOCKET_S3_SECRET_KEY", "very secret");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String port(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread.ofVirtual()
                        .start(() -> output.lines().forEach(_ -> {})); // so that it never blocks on a full pipe
                return started.group(1);
            }
        }
        throw new AssertionError("the S3 server did not start\n" + said);
    }
}
