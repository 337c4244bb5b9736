package dev.docket.socketio;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of an HTTP request that outlives it. A session keeps it: so its query is decoded when it is asked for. */
record Request(String uri, Headers headers, InetSocketAddress remoteAddress) {
    private static final InetSocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

    static Request of(HttpRequest request, Channel channel) {
        // A Unix domain socket or an embedded channel has no internet address.
        InetSocketAddress address = channel.remoteAddress() instanceof InetSocketAddress inet ? inet : UNKNOWN;
        return new Request(request.uri(), Headers.of(request.headers()), address);
    }

    Map<String, List<String>> query() {
        return query(uri);
    }

    /** The first value of each parameter counts, as in other servers. */
    static @Nullable String parameter(Map<String, List<String>> query, String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.getFirst();
    }

    static Map<String, List<String>> query(String uri) {
        return new QueryStringDecoder(uri).parameters();
    }
}
