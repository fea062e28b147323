package se.samordna.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A running system that answers every question alike, and remembers what it was asked. */
final class SystemThatAnswers implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new ArrayList<>();
    private volatile int status = 200;
    private volatile String body = "{}";

    /** @param token as it was shown; "nothing" if none was */
    record Asked(String target, String token) {}

    SystemThatAnswers() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            asked.add(new Asked(
                    exchange.getRequestURI().toString(),
                    String.join(",", exchange.getRequestHeaders().getOrDefault("Authorization", List.of("nothing")))));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    void says(String what) {
        says(200, what);
    }

    void says(int with, String what) {
        status = with;
        body = what;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked.stream().map(Asked::target).toList();
    }

    List<String> shown() {
        return asked.stream().map(Asked::token).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
