package se.samordna.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone at the pages, signed in at the demonstration sign-in as a person would: opens a page, is led there, chooses. */
final class Visitor implements AutoCloseable {
    /** Karin Exempel, coordinator of Östersund. */
    static final String KARIN = "5a3e0000-0000-4000-8000-000000000001";
    /** Samir Exempel, case worker beside her. */
    static final String SAMIR = "5a3e0000-0000-4000-8000-000000000002";
    /** Disa Test, data protection officer of Östersund. */
    static final String DISA = "5a3e0000-0000-4000-8000-000000000012";
    /** Olle Test, operator. */
    static final String OLLE = "5a3e0000-0000-4000-8000-000000000013";
    /** Elin Påhitt, plan owner of Sjöbo. */
    static final String ELIN = "5a3e0000-0000-4000-8000-000000000010";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String url;

    private Visitor(String url) {
        this.url = url;
    }

    /** That person, at the pages of this address. */
    static Visitor signedIn(String url, String person) {
        Visitor visitor = new Visitor(url);
        HttpResponse<String> choice = visitor.get("/");
        visitor.post(choice.uri().resolve("/sign-in"), choice.body(), "person=" + person);
        return visitor;
    }

    /** What a page answers in the end. */
    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    /** Sends a form of a page, with the token it gave. */
    HttpResponse<String> submit(String page, String path, String fields) {
        return post(URI.create(url + path), page, fields);
    }

    private HttpResponse<String> post(URI where, String page, String fields) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("a page without a form");
        }
        return send(HttpRequest.newBuilder(where)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        fields + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A stream of server-sent events that a page listens to. */
    static final class Stream implements AutoCloseable {
        private final HttpResponse<InputStream> answer;

        private Stream(HttpResponse<InputStream> answer) {
            this.answer = answer;
        }

        /** Reads until that line has come; whoever waits for what never comes is cut off by the stream's own end. */
        void awaits(String line) throws IOException {
            StringBuilder read = new StringBuilder();
            InputStream body = answer.body();
            for (int next = body.read(); next >= 0; next = body.read()) {
                read.append((char) next);
                if (read.toString().endsWith(line + "\n")) {
                    return;
                }
            }
            throw new IOException("the stream ended without " + line);
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
        }
    }

    /** Opens a stream. */
    Stream listen(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("no stream: " + answer.statusCode());
        }
        return new Stream(answer);
    }

    @Override
    public void close() {
        client.close();
    }
}
