package dev.docket.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.docket.demo.Colleague.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Simulated colleagues: about every two seconds one of them changes something over the public API, so that a visitor sees
 * it happen. They do only what the API says they may ({@code can}).
 */
public final class DemoTraffic implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoTraffic.class);
    private static final int GOODBYE_MILLIS = 5_000;
    private static final int LEAST_PAUSE_MILLIS = 1_000;
    private static final int MOST_PAUSE_MILLIS = 3_000;
    private static final int MANY_OPEN = 45;
    private static final int OK = 200;

    private final CompanyScript company = CompanyScript.read();
    private final Colleague.Office office;
    private final Chance chance;
    private final Thread worker;

    DemoTraffic(URI server, DemoAccounts accounts, long seed) {
        this.office = new Colleague.Office(server, accounts);
        this.chance = new Chance(seed);
        this.worker = Thread.ofVirtual().name("demo-traffic").unstarted(this::work);
    }

    /** One thing that somebody did. */
    record Done(String what, Reply reply) {}

    public static DemoTraffic start(URI server, DemoAccounts accounts) {
        DemoTraffic traffic = new DemoTraffic(server, accounts, System.nanoTime());
        traffic.worker.start();
        return traffic;
    }

    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join(GOODBYE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        office.close();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(chance.between(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS));
                Done done = step();
                // A visitor may have been quicker; then it is as for any colleague.
                log.debug("{}: {}", done.what(), done.reply().status());
            } catch (IOException e) {
                log.debug("a simulated colleague gave up", e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Somebody does something. */
    Done step() throws IOException, InterruptedException {
        Colleague colleague = chance.among(office.colleagues());
        List<JsonNode> programs = list(colleague.get("programs?limit=100")).stream()
                .filter(program -> program.path("status").asText().equals("active"))
                .toList();
        if (programs.isEmpty()) {
            return new Done(colleague.email() + " sees no program", new Reply(OK, MissingNode.getInstance()));
        }
        JsonNode program = chance.among(programs);
        Desk desk = new Desk(colleague, program, company, chance);
        boolean mayCreate = program.path("can").path("createRequest").asBoolean();
        boolean few = program.path("openRequests").asInt() < MANY_OPEN;
        if (mayCreate && chance.of(few ? 0.2 : 0.03)) {
            return desk.create();
        }
        List<JsonNode> requests = list(colleague.get("programs/" + Colleague.id(program)
                + "/requests?limit=40&sort=-updatedAt&status=draft,submitted,in_review,approved,rejected"));
        return requests.isEmpty()
                ? new Done(colleague.email() + " has nothing to do", new Reply(OK, program))
                : desk.continueWith(chance.among(requests));
    }

    static List<JsonNode> list(JsonNode page) {
        return StreamSupport.stream(page.path("data").spliterator(), false).toList();
    }
}
