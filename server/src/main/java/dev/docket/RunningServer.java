package dev.docket;

import static java.util.Map.entry;

import dev.docket.common.Settings;
import dev.docket.common.StartFailure;
import dev.docket.demo.DemoAccounts;
import dev.docket.demo.DemoCompany;
import dev.docket.demo.DemoTraffic;
import dev.docket.identity.FirstAdmin;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The whole application on its port, database included. */
public final class RunningServer implements AutoCloseable {
    /** What a JSON body may take. */
    private static final int MAX_BUFFERED_BODY = 1024 * 1024;
    /**
     * For bodies that are streamed, no limit here: when the framework stops one, it stops reading too, and a client that
     * sends before it listens never learns why. Who reads a stream counts itself.
     */
    private static final long MAX_STREAMED_BODY = Long.MAX_VALUE;

    private static final int ANY_PORT = -1;

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Optional<FirstAdmin.Credentials> firstAdmin;
    private final Optional<DemoAccounts> demoAccounts;
    private final Optional<DemoTraffic> demoTraffic;

    private RunningServer(
            ApplicationContext context,
            EmbeddedServer server,
            Optional<FirstAdmin.Credentials> firstAdmin,
            Optional<DemoAccounts> demoAccounts,
            Optional<DemoTraffic> demoTraffic) {
        this.context = context;
        this.server = server;
        this.firstAdmin = firstAdmin;
        this.demoAccounts = demoAccounts;
        this.demoTraffic = demoTraffic;
    }

    /**
     * Starts the application and returns when it answers.
     *
     * @param replacements objects that stand in for the beans of {@link Infrastructure}, such as a clock
     * @throws StartFailure somewhere in the chain of causes, if an operator can do something about it
     */
    public static RunningServer start(Settings settings, Object... replacements) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .environmentPropertySource(false)
                .singletons(settings)
                .singletons(replacements)
                .properties(properties(settings))
                .build();
        try {
            context.start();
            Optional<FirstAdmin.Credentials> firstAdmin =
                    context.getBean(FirstAdmin.class).createIfNobodyIsThere();
            Optional<DemoAccounts> demoAccounts =
                    settings.demo() ? context.getBean(DemoCompany.class).seedIfEmpty() : Optional.empty();
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            Optional<DemoTraffic> demoTraffic = demoAccounts
                    .filter(_ -> settings.demoTraffic())
                    .map(accounts -> DemoTraffic.start(localAddress(server), accounts));
            return new RunningServer(context, server, firstAdmin, demoAccounts, demoTraffic);
        } catch (ServerStartupException e) {
            context.close();
            throw e.getCause() instanceof IOException
                    ? new StartFailure(
                            settings.host() + ":" + settings.port()
                                    + " can't be listened on: another program uses it, or it is not ours to use"
                                    + " (DOCKET_HOST, DOCKET_PORT).",
                            e)
                    : e;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Where it answers on this machine. */
    public URI address() {
        return localAddress(server);
    }

    private static URI localAddress(EmbeddedServer server) {
        return URI.create("http://localhost:" + server.getPort());
    }

    /** Only at the very first start of an installation. */
    public Optional<FirstAdmin.Credentials> firstAdmin() {
        return firstAdmin;
    }

    /** Whom one can log in as, if this is a demo. */
    public Optional<DemoAccounts> demoAccounts() {
        return demoAccounts;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        demoTraffic.ifPresent(DemoTraffic::close);
        context.close();
    }

    private static Map<String, Object> properties(Settings settings) {
        return Map.ofEntries(
                entry("micronaut.application.name", "docket"),
                entry("micronaut.server.host", settings.host()),
                entry("micronaut.server.port", settings.port() == 0 ? ANY_PORT : settings.port()),
                entry("micronaut.server.thread-selection", "BLOCKING"),
                entry("micronaut.server.max-request-size", MAX_STREAMED_BODY),
                entry("micronaut.server.max-request-buffer-size", MAX_BUFFERED_BODY),
                entry("micronaut.server.not-found-on-missing-body", false),
                entry("micronaut.netty.event-loops.default.prefer-native-transport", true),
                entry("micronaut.netty.event-loops.parent.prefer-native-transport", true),
                entry("micronaut.netty.event-loops.parent.num-threads", 1));
    }
}
