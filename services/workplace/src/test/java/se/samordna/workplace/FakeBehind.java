package se.samordna.workplace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service behind the port that answers as it is told, and remembers what it was asked. */
final class FakeBehind implements AutoCloseable {

    /** @param headers by lower-case name */
    record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }

        boolean has(String name) {
            return headers.containsKey(name);
        }
    }

    /** An answer that does not wait for the request's body. */
    interface BeforeBody extends HttpHandler {}

    private final HttpServer server;
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    FakeBehind() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        answers.put("/actuator/health/readiness", json(200, "{\"status\":\"UP\"}"));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    FakeBehind says(String path, String json) {
        answers.put(path, json(200, json));
        return this;
    }

    FakeBehind says(String path, HttpHandler handler) {
        answers.put(path, handler);
        return this;
    }

    Asked lastAsked() {
        return asked.getLast();
    }

    static HttpHandler json(int status, String json, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            for (int i = 0; i + 1 < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            boolean bare = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, bare ? -1 : body.length);
            if (!bare) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        HttpHandler handler = answers.getOrDefault(
                exchange.getRequestURI().getPath(), json(404, "{\"status\":404,\"code\":\"not-found\"}"));
        String body = handler instanceof BeforeBody
                ? ""
                : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        handler.handle(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
