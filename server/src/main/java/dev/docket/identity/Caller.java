package dev.docket.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody calls.
 *
 * @param address the client's; behind a trusted proxy the one that the proxy names
 * @param device what the client says that it is, in a few words
 */
public record Caller(InetAddress address, String device) {
    private static final int NETWORK_BYTES = 8;

    public static Caller of(InetAddress address, @Nullable String userAgent) {
        return new Caller(address, Device.of(userAgent == null ? "" : userAgent));
    }

    String addressText() {
        return address.getHostAddress();
    }

    /** What limits count by: in IPv6 everybody has a network of 2^64 addresses (RFC 6177), so the network counts. */
    String network() {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : addressText();
    }
}
