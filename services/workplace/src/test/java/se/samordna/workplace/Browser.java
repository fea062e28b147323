package se.samordna.workplace;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A browser without scripts: keeps cookies, follows links one at a time, fills in the forms that a page has. Signing in is
 * what a person does: open a page, be led to the provider, choose.
 */
final class Browser implements AutoCloseable {
    // Not the one of the language: each page of a test is in the language its address asks for.
    private final CookieManager cookies =
            new CookieManager(null, (where, cookie) -> cookie.getName().startsWith("samordna"));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(cookies)
            .build();
    private final URI workplace;

    Browser(URI workplace) {
        this.workplace = workplace;
    }

    URI at(String path) {
        return workplace.resolve(path);
    }

    HttpResponse<String> get(URI where, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(where);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return get(at(path), headers);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    /** What an answer leads to in the end. */
    HttpResponse<String> followed(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> last = answer;
        for (int steps = 0; last.statusCode() / 100 == 3; steps++) {
            if (steps > 12) {
                throw new IllegalStateException("led in circles by " + last.uri());
            }
            last = get(last.uri().resolve(last.headers().firstValue("Location").orElseThrow()));
        }
        return last;
    }

    /** Posts fields as a form; no more than these. */
    HttpResponse<String> post(URI where, List<String> namesAndValues) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues.get(i), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues.get(i + 1), StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(where)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** The token that forms of this session carry. */
    String formToken() throws IOException, InterruptedException {
        return Jsoup.parse(get("/").body()).expectFirst("input[name=_csrf]").val();
    }

    /** Opens a page as a stranger and chooses who to be; what is then shown. */
    HttpResponse<String> signIn(String person, String path) throws IOException, InterruptedException {
        return choose(person, followed(get(path)));
    }

    /** On the provider's page. */
    HttpResponse<String> choose(String person, HttpResponse<String> page) throws IOException, InterruptedException {
        Document choice = Jsoup.parse(page.body());
        return followed(post(
                page.uri().resolve("/sign-in"),
                List.of(
                        "person",
                        person,
                        "_csrf",
                        choice.expectFirst("input[name=_csrf]").val())));
    }

    /** Whether it has been here before. */
    boolean hasSession() {
        return !cookies.getCookieStore().getCookies().isEmpty();
    }

    HttpCookie cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        client.close();
    }
}
