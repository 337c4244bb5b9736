package dev.docket.testing;

import dev.docket.RunningServer;
import dev.docket.common.Settings;
import dev.docket.storage.Database;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The whole application on a free port, over a database and a data folder of its own. */
public final class TestingServer implements AutoCloseable {
    private final TestingFolder dataDir = TestingFolder.create();
    private final TestingDatabase testingDatabase;
    private final boolean ownsDatabase;
    private final RunningServer server;
    private final TestingPeople people;

    private TestingServer(
            TestingDatabase testingDatabase,
            boolean ownsDatabase,
            Map<String, String> environment,
            Object[] replacements) {
        this.testingDatabase = testingDatabase;
        this.ownsDatabase = ownsDatabase;
        this.server = RunningServer.start(settings(environment), withCheapPasswords(replacements));
        this.people = new TestingPeople(this, testingDatabase.firstAdmin(server.firstAdmin()));
    }

    /** @param replacements such as a clock, see {@link RunningServer#start} */
    public static TestingServer start(Object... replacements) {
        return start(Map.of(), replacements);
    }

    /** @param environment {@code DOCKET_…} variables beyond those that the test needs anyway */
    public static TestingServer start(Map<String, String> environment, Object... replacements) {
        return new TestingServer(TestingDatabase.create(), true, environment, replacements);
    }

    /** Over a database that outlives the server, to start another one on it. */
    public static TestingServer startOver(TestingDatabase testingDatabase, Object... replacements) {
        return new TestingServer(testingDatabase, false, Map.of(), replacements);
    }

    public URI address() {
        return server.address();
    }

    /** Makes users and logs them in. */
    public TestingPeople people() {
        return people;
    }

    /** Nobody's client: not logged in. */
    public TestingClient anonymous() {
        return new TestingClient(address());
    }

    public Database database() {
        return server.bean(Database.class);
    }

    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    public RunningServer running() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        if (ownsDatabase) {
            testingDatabase.close();
        }
        dataDir.close();
    }

    private Settings settings(Map<String, String> environment) {
        Database.Target target = testingDatabase.target();
        Map<String, String> all = new HashMap<>(Map.of(
                "DOCKET_HOST", "127.0.0.1",
                "DOCKET_PORT", "0",
                "DOCKET_PUBLIC_URL", "http://localhost:8080",
                "DOCKET_DATA_DIR", dataDir.path().toString(),
                "DOCKET_DATABASE_URL", target.url(),
                "DOCKET_DATABASE_USER", target.user(),
                "DOCKET_DATABASE_PASSWORD", target.password()));
        all.putAll(environment);
        return Settings.from(all);
    }

    private static Object[] withCheapPasswords(Object[] replacements) {
        Object[] all = Arrays.copyOf(replacements, replacements.length + 1);
        all[replacements.length] = TestingPeople.CHEAP;
        return all;
    }
}
