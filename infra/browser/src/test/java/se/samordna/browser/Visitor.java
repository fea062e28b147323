package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody at a browser. Notes by the way what no page may do: an error or warning on the console, something the content
 * security policy had to stop, a request to another machine, an answer that is no answer.
 */
final class Visitor {
    private static final Path TRACES = Path.of("target/traces");
    private static final String CSP_TOLD = """
            addEventListener('securitypolicyviolation', e => console.error(
              'CSP stopped ' + e.violatedDirective + ' of ' + e.blockedURI + ' on ' + location.pathname))""";

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<String> met = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    Visitor(BrowserContext context, String url, String language) {
        this.context = context;
        this.url = url;
        context.setDefaultTimeout(20_000);
        context.addInitScript(CSP_TOLD);
        context.addCookies(List.of(new Cookie("lang", language).setUrl(url)));
        context.onConsoleMessage(this::hears);
        context.onWebError(error -> met.add("script failed: " + error.error()));
        context.onRequest(this::asks);
        context.onResponse(this::gets);
        context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to a page that is there. */
    Visitor goes(String path) {
        return meets(path, 200);
    }

    /** Goes to a page that answers with that status. */
    Visitor meets(String path, int status) {
        expected.add(status);
        Response answer = page.navigate(path);
        if (page.locator(choiceOf(Person.KARIN)).count() > 0) {
            // Asked who they are before they are let in, visitors are Karin unless they have said otherwise.
            page.locator(choiceOf(Person.KARIN)).click();
            answer = page.navigate(path);
        }
        expected.remove(status);
        assertThat(answer.status()).as(path).isEqualTo(status);
        return this;
    }

    /** What follows may be answered so: a failure that the story is about. */
    Visitor expects(int status) {
        expected.add(status);
        return this;
    }

    /** How a Java test asks the page: an expression or a function in its own language. */
    Object asks(String script) {
        return page.evaluate(script);
    }

    /** Where one chooses, on the demonstration sign-in, to be that person. */
    static String choiceOf(Person who) {
        return "button[name=person][value='" + who.id() + "']";
    }

    /** Leaves, and tells what was met by the way. */
    List<String> leave(boolean failed, String story) {
        if (failed) {
            context.tracing().stop(new Tracing.StopOptions().setPath(TRACES.resolve(story + ".zip")));
        }
        context.close();
        return List.copyOf(met);
    }

    private void hears(ConsoleMessage message) {
        // That an answer was an error is judged where it comes, with its status.
        boolean judged = message.text().startsWith("Failed to load resource");
        if (Set.of("error", "warning").contains(message.type()) && !judged) {
            met.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void asks(Request request) {
        URI asked = URI.create(request.url());
        boolean within = Set.of("data", "blob").contains(asked.getScheme());
        if (!within && !URI.create(url).getHost().equals(asked.getHost())) {
            met.add("asked another machine: " + request.url());
        }
    }

    private void gets(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            met.add(response.status() + " from " + response.url());
        }
    }
}
