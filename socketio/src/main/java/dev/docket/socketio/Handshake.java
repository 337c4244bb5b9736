package dev.docket.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/**
 * A client's request to connect to a namespace (Socket.IO protocol v5, "Connection to a namespace").
 *
 * @param namespace the name of the namespace, such as {@code /} or {@code /admin}
 * @param auth what the client sent as {@code auth}; an empty object if it sent nothing
 * @param headers of the HTTP request that opened the session
 * @param query parameters of that request, decoded
 * @param remoteAddress of the connection that opened the session; the proxy's if there is one in front
 * @param transport that the session uses now
 * @param attributes those of the socket to be; a {@link Middleware} may add to them
 */
public record Handshake(
        String namespace,
        JsonNode auth,
        Headers headers,
        Map<String, List<String>> query,
        InetSocketAddress remoteAddress,
        Transport transport,
        Attributes attributes) {}
