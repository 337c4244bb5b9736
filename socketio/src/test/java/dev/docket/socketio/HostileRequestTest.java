package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP that no client of ours sends: it is answered with an error or the connection is closed, and no session is left. */
class HostileRequestTest {
    private static final String POLL = "/socket.io/?EIO=4&transport=polling";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET " + POLL + "&x=%zz HTTP/1.1\r\n\r\n",
                "GET " + POLL + "&x=% HTTP/1.1\r\n\r\n",
                "GET /socket.io/?EIO=4&transport=%f HTTP/1.1\r\n\r\n",
                "GET /socket.io/?EIO=%34%zz&transport=polling HTTP/1.1\r\n\r\n",
                "GET " + POLL + "&sid= HTTP/1.1\r\n\r\n",
                "GET " + POLL + "&sid=.. HTTP/1.1\r\n\r\n",
                "GET /socket.io/?EIO=3&EIO=4&transport=polling HTTP/1.1\r\n\r\n",
                "GET /socket.io/ HTTP/1.1\r\n\r\n",
                "HEAD " + POLL + " HTTP/1.1\r\n\r\n",
                "TRACE " + POLL + " HTTP/1.1\r\n\r\n",
                "POST " + POLL + " HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n2\r\n40\r\n0\r\n\r\n",
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n",
            })
    void answersWithAnError(String request) {
        SocketIoServer server = SocketIoServer.create();
        try (var client = new TestingEmbedded(server)) {
            client.write(request);
            assertThat(client.wire()).startsWith("HTTP/1.1 400");
            assertThat(server.sessions()).isZero();
            client.get(POLL);
            assertThat(client.wire()).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The size of a chunk that is none.
                "zz\r\n40\r\n0\r\n\r\n",
                "-1\r\n40\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n40\r\n0\r\n\r\n",
            })
    void closesTheConnectionAndTheSessionOfABrokenBody(String chunks) {
        SocketIoServer server = SocketIoServer.create();
        try (var client = new TestingEmbedded(server)) {
            client.get(POLL);
            String open = client.wire();
            String sid = TestingServer.field(open.substring(open.lastIndexOf('\n') + 1), "sid");
            client.write("POST " + POLL + "&sid=" + sid + " HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n" + chunks);
            client.run();
            assertThat(client.isOpen()).isFalse();
            assertThat(server.sessions()).isZero();
        }
    }
}
