package dev.docket.socketio;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP/1.1 connection, blocking, so that tests say exactly what goes over which connection. */
final class TestingHttp implements AutoCloseable {
    /** A response; header names in lower case. */
    record Response(int status, Map<String, String> headers, String body) {}

    private static final int DEADLINE_MILLIS = 60_000;

    private final Socket socket;

    TestingHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(DEADLINE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    Response get(String path, String... headers) throws IOException {
        send("GET", path, "", headers);
        return response();
    }

    Response post(String path, String body, String... headers) throws IOException {
        send("POST", path, body, headers);
        return response();
    }

    void send(String method, String path, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nhost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (bytes.length > 0 || method.equals("POST")) {
            head.append("content-length: ").append(bytes.length).append("\r\n");
        }
        raw(head.append("\r\n") + body);
    }

    void raw(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    Response response() throws IOException {
        Response head = head();
        int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
        byte[] body = in().readNBytes(length);
        return new Response(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }

    /** The status line and the headers, without what follows. */
    Response head() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Response(status, headers, "");
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in().read(); c != '\n'; c = in().read()) {
            if (c < 0) {
                throw new EOFException("connection closed after: " + line);
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** Waits until the server closes the connection; what it still sends is skipped. */
    void awaitClose() throws IOException {
        try {
            while (in().read() >= 0) {
                // skipped
            }
        } catch (SocketException e) {
            // Closed by a reset.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
