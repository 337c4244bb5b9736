package dev.docket;

import dev.docket.common.Settings;
import dev.docket.common.StartFailure;
import java.io.PrintStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: reads the settings, starts the server, says where it is. */
public final class Application {
    private static final int CANNOT_START = 1;
    private static final int WRONG_SETTINGS = 2;
    private static final Logger log = LoggerFactory.getLogger(Application.class);

    private Application() {}

    public static void main(String[] arguments) {
        int status = run(System.getenv(), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** @return the exit status; 0: the server runs until the process is told to end */
    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            RunningServer server = RunningServer.start(Settings.from(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "docket-stop"));
            server.firstAdmin()
                    .ifPresent(admin -> out.println("First start. Log in as " + admin.email() + " with the password "
                            + admin.password() + " (shown only now)"));
            server.demoAccounts()
                    .ifPresent(demo -> out.println("Log in to the demo company as:\n" + demo.table() + "\n"));
            out.println("Docket is ready: " + server.address());
            return 0;
        } catch (Settings.WrongSettings e) {
            err.println(e.getMessage());
            return WRONG_SETTINGS;
        } catch (RuntimeException e) {
            err.println("Docket could not start: " + sentence(e));
            return CANNOT_START;
        }
    }

    private static String sentence(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure known) {
                return String.valueOf(known.getMessage());
            }
        }
        log.error("an unexpected error", failure);
        return "an unexpected error; its details stand above";
    }
}
