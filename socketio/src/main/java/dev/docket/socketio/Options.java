package dev.docket.socketio;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a server. {@link #defaults()} are those of the protocol documents; {@link #builder()} changes some.
 *
 * @param path prefix of the request paths that belong to the server; begins and ends with a slash
 * @param pingInterval time between a pong and the next ping
 * @param pingTimeout time in which a client must answer a ping
 * @param maxPayload bytes of an inbound WebSocket message, HTTP body or packet with all its attachments, and of a
 *     polling response with more than one packet
 * @param connectTimeout time in which a new session must connect to a namespace, in which middleware must answer,
 *     and in which a recovery must
 * @param upgradeTimeout time between the start and the end of an upgrade
 * @param outboundLimit bytes that may wait for one connection; the next packet closes it with {@link
 *     DisconnectReason#SLOW}
 * @param sessionsPerAddress open sessions of one remote address; unlimited by default, because behind a proxy all
 *     clients share one
 * @param allowedOrigins origins such as {@code https://app.example.com} that browsers may come from besides the
 *     server's own host; {@code *} allows all, then without credentials
 * @param transports transports that clients may use; an upgrade needs both
 * @param roomsPerSocket rooms that a socket may be in
 * @param namespacesPerSession namespaces that one session may have been connected to
 * @param dynamicNamespaces dynamic namespaces that may exist at a time
 * @param attachments binary attachments of one inbound packet
 * @param nesting depth of nested arrays and objects of an inbound packet
 * @param pendingAcks answers of one socket that may be awaited at a time
 * @param headerTimeout own bootstrap only: time from the opening of a connection, or from the end of its last
 *     response, to the end of the next request's headers; then also for its body
 * @param headerBytes own bootstrap only: bytes of a request's first line and of its headers
 * @param backend own bootstrap only: how input and output is done
 * @param eventLoops own bootstrap only: number of event loops; 0: one per processor
 * @param recovery connection state recovery; empty: off
 * @param relay takes broadcasts to other nodes
 * @param metrics is told what the server does
 */
public record Options(
        String path,
        Duration pingInterval,
        Duration pingTimeout,
        int maxPayload,
        Duration connectTimeout,
        Duration upgradeTimeout,
        int outboundLimit,
        int sessionsPerAddress,
        Set<String> allowedOrigins,
        Set<Transport> transports,
        int roomsPerSocket,
        int namespacesPerSession,
        int dynamicNamespaces,
        int attachments,
        int nesting,
        int pendingAcks,
        Duration headerTimeout,
        int headerBytes,
        IoBackend backend,
        int eventLoops,
        Optional<SessionRecovery> recovery,
        Relay relay,
        Metrics metrics) {

    /**
     * Checks the values and copies the sets.
     *
     * @throws IllegalArgumentException if a value is not in its range; the message says the value and the expectation
     */
    public Options {
        require(path.startsWith("/") && path.endsWith("/"), "path", path, "begins and ends with /");
        require(!transports.isEmpty(), "transports", transports, "at least one");
        require(eventLoops >= 0, "eventLoops", eventLoops, "0 or more");
        positive("pingInterval", pingInterval);
        positive("pingTimeout", pingTimeout);
        positive("maxPayload", maxPayload);
        positive("connectTimeout", connectTimeout);
        positive("upgradeTimeout", upgradeTimeout);
        positive("outboundLimit", outboundLimit);
        positive("sessionsPerAddress", sessionsPerAddress);
        positive("roomsPerSocket", roomsPerSocket);
        positive("namespacesPerSession", namespacesPerSession);
        positive("dynamicNamespaces", dynamicNamespaces);
        positive("attachments", attachments);
        positive("nesting", nesting);
        positive("pendingAcks", pendingAcks);
        positive("headerTimeout", headerTimeout);
        positive("headerBytes", headerBytes);
        allowedOrigins = Set.copyOf(allowedOrigins);
        transports = Set.copyOf(transports);
    }

    /** All defaults. */
    public static Options defaults() {
        return builder().build();
    }

    /** The defaults, to be changed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether a session that began with polling may go on with WebSocket. */
    boolean upgrades() {
        return transports.size() == Transport.values().length;
    }

    private static void positive(String name, Duration value) {
        require(value.toMillis() > 0, name, value, "1 ms or more");
    }

    private static void positive(String name, int value) {
        require(value > 0, name, value, "1 or more");
    }

    private static void require(boolean valid, String name, Object value, String expectation) {
        if (!valid) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expectation + ")");
        }
    }

    /** Collects settings; see {@link Options} for their meaning and units. Not thread-safe. */
    public static final class Builder {
        private String path = "/socket.io/";
        private Duration pingInterval = Duration.ofSeconds(25);
        private Duration pingTimeout = Duration.ofSeconds(20);
        private int maxPayload = 1_000_000;
        private Duration connectTimeout = Duration.ofSeconds(45);
        private Duration upgradeTimeout = Duration.ofSeconds(10);
        private int outboundLimit = 4 << 20;
        private int sessionsPerAddress = Integer.MAX_VALUE;
        private Set<String> allowedOrigins = Set.of();
        private Set<Transport> transports = EnumSet.allOf(Transport.class);
        private int roomsPerSocket = 1_000;
        private int namespacesPerSession = 16;
        private int dynamicNamespaces = 1_000;
        private int attachments = 10;
        private int nesting = 32;
        private int pendingAcks = 1_000;
        private Duration headerTimeout = Duration.ofSeconds(10);
        private int headerBytes = 8_192;
        private IoBackend backend = IoBackend.AUTO;
        private int eventLoops = 0;
        private Optional<SessionRecovery> recovery = Optional.empty();
        private Relay relay = Relay.none();
        private Metrics metrics = Metrics.NONE;

        private Builder() {}

        /** Sets {@link Options#path()}; default: /socket.io/. */
        public Builder path(String path) {
            this.path = path;
            return this;
        }

        /** Sets {@link Options#pingInterval()}; default: 25 s. */
        public Builder pingInterval(Duration pingInterval) {
            this.pingInterval = pingInterval;
            return this;
        }

        /** Sets {@link Options#pingTimeout()}; default: 20 s. */
        public Builder pingTimeout(Duration pingTimeout) {
            this.pingTimeout = pingTimeout;
            return this;
        }

        /** Sets {@link Options#maxPayload()}; default: 1,000,000. */
        public Builder maxPayload(int maxPayload) {
            this.maxPayload = maxPayload;
            return this;
        }

        /** Sets {@link Options#connectTimeout()}; default: 45 s. */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = connectTimeout;
            return this;
        }

        /** Sets {@link Options#upgradeTimeout()}; default: 10 s. */
        public Builder upgradeTimeout(Duration upgradeTimeout) {
            this.upgradeTimeout = upgradeTimeout;
            return this;
        }

        /** Sets {@link Options#outboundLimit()}; default: 4 MiB. */
        public Builder outboundLimit(int outboundLimit) {
            this.outboundLimit = outboundLimit;
            return this;
        }

        /** Sets {@link Options#sessionsPerAddress()}; default: unlimited. */
        public Builder sessionsPerAddress(int sessionsPerAddress) {
            this.sessionsPerAddress = sessionsPerAddress;
            return this;
        }

        /** Sets {@link Options#allowedOrigins()}; default: none. */
        public Builder allowedOrigins(Set<String> allowedOrigins) {
            this.allowedOrigins = allowedOrigins;
            return this;
        }

        /** Sets {@link Options#transports()}; default: all. */
        public Builder transports(Set<Transport> transports) {
            this.transports = transports;
            return this;
        }

        /** Sets {@link Options#roomsPerSocket()}; default: 1,000. */
        public Builder roomsPerSocket(int roomsPerSocket) {
            this.roomsPerSocket = roomsPerSocket;
            return this;
        }

        /** Sets {@link Options#namespacesPerSession()}; default: 16. */
        public Builder namespacesPerSession(int namespacesPerSession) {
            this.namespacesPerSession = namespacesPerSession;
            return this;
        }

        /** Sets {@link Options#dynamicNamespaces()}; default: 1,000. */
        public Builder dynamicNamespaces(int dynamicNamespaces) {
            this.dynamicNamespaces = dynamicNamespaces;
            return this;
        }

        /** Sets {@link Options#attachments()}; default: 10. */
        public Builder attachments(int attachments) {
            this.attachments = attachments;
            return this;
        }

        /** Sets {@link Options#nesting()}; default: 32. */
        public Builder nesting(int nesting) {
            this.nesting = nesting;
            return this;
        }

        /** Sets {@link Options#pendingAcks()}; default: 1,000. */
        public Builder pendingAcks(int pendingAcks) {
            this.pendingAcks = pendingAcks;
            return this;
        }

        /** Sets {@link Options#headerTimeout()}; default: 10 s. */
        public Builder headerTimeout(Duration headerTimeout) {
            this.headerTimeout = headerTimeout;
            return this;
        }

        /** Sets {@link Options#headerBytes()}; default: 8,192. */
        public Builder headerBytes(int headerBytes) {
            this.headerBytes = headerBytes;
            return this;
        }

        /** Sets {@link Options#backend()}; default: AUTO. */
        public Builder backend(IoBackend backend) {
            this.backend = backend;
            return this;
        }

        /** Sets {@link Options#eventLoops()}; default: 0. */
        public Builder eventLoops(int eventLoops) {
            this.eventLoops = eventLoops;
            return this;
        }

        /** Sets {@link Options#recovery()}; default: off. */
        public Builder recovery(SessionRecovery recovery) {
            this.recovery = Optional.of(recovery);
            return this;
        }

        /** Sets {@link Options#relay()}; default: none. */
        public Builder relay(Relay relay) {
            this.relay = relay;
            return this;
        }

        /** Sets {@link Options#metrics()}; default: none. */
        public Builder metrics(Metrics metrics) {
            this.metrics = metrics;
            return this;
        }

        /** Makes the settings. */
        public Options build() {
            return new Options(
                    path,
                    pingInterval,
                    pingTimeout,
                    maxPayload,
                    connectTimeout,
                    upgradeTimeout,
                    outboundLimit,
                    sessionsPerAddress,
                    allowedOrigins,
                    transports,
                    roomsPerSocket,
                    namespacesPerSession,
                    dynamicNamespaces,
                    attachments,
                    nesting,
                    pendingAcks,
                    headerTimeout,
                    headerBytes,
                    backend,
                    eventLoops,
                    recovery,
                    relay,
                    metrics);
        }
    }
}
