package dev.docket.common;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The proxies in front of Docket whose word about the client's address ({@code X-Forwarded-For}) is believed. Anybody can
 * send that header, so without a trusted proxy it says nothing.
 */
public record TrustedProxies(List<Network> networks) {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /** All addresses whose first {@code prefix} bits are those of {@code address}. */
    public record Network(InetAddress address, int prefix) {
        public Network {
            if (prefix < 0 || prefix > address.getAddress().length * Byte.SIZE) {
                throw new IllegalArgumentException();
            }
        }

        static Network parse(String text) {
            String[] parts = text.split("/", 2);
            InetAddress address = InetAddress.ofLiteral(parts[0]);
            return new Network(
                    address, parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE);
        }

        boolean contains(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param list addresses and networks ({@code 10.0.0.0/8}), separated by commas
     * @throws IllegalArgumentException if one of them is neither
     */
    public static TrustedProxies parse(String list) {
        return new TrustedProxies(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(Network::parse)
                .toList());
    }

    /**
     * Who is at the other end: each proxy appends whom it has seen, so the last one that no trusted proxy has is the client.
     *
     * @param peer of the connection
     * @param forwardedFor values of the header {@code X-Forwarded-For}, in their order
     */
    public InetAddress clientAddress(InetAddress peer, List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        InetAddress address = peer;
        for (int i = hops.size() - 1; i >= 0 && trusts(address); i--) {
            Optional<InetAddress> hop = literal(hops.get(i));
            if (hop.isEmpty()) {
                break;
            }
            address = hop.get();
        }
        return address;
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Some proxies append the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static Optional<InetAddress> literal(String hop) {
        String address = hop;
        if (hop.startsWith("[")) {
            address = hop.substring(1, Math.max(1, hop.indexOf(']')));
        } else if (hop.indexOf(':') == hop.lastIndexOf(':')) {
            address = hop.split(":", 2)[0];
        }
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
