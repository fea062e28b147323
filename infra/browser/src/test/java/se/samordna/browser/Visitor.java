package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody at a browser. Notes by the way what no page may do: an error or warning on the console, something the content
 * security policy had to stop, a request to another machine, an answer that is no answer.
 */
final class Visitor {
    private static final Path FAILURES = Path.of("target/failures");
    // Off unless asked for: a picture of every step takes time, and few are looked at.
    private static final boolean TRACED = Boolean.getBoolean("trace");
    private static final String CSP_TOLD = """
            addEventListener('securitypolicyviolation', e => console.error(
              'CSP stopped ' + e.violatedDirective + ' of ' + e.blockedURI + ' on ' + location.pathname))""";

    private static final int MOST_STOPS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    // Every cookie of ours but the language.
    private static final Pattern SESSION = Pattern.compile("(?!lang$).*");

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<String> met = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private int clicks;

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
        if (TRACED) {
            context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        }
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
        expected.remove(status);
        assertThat(answer.status()).as(path).isEqualTo(status);
        return this;
    }

    /** Comes to an address as a stranger, wherever that leads. */
    Visitor comes(String path) {
        page.navigate(path);
        return this;
    }

    /** Clicks once; the pages count them. */
    Visitor clicks(Locator where) {
        clicks++;
        where.click();
        return this;
    }

    /** Presses a key, where they are. */
    Visitor presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** How often they have clicked. */
    int clicks() {
        return clicks;
    }

    /** Goes on with the Tab key until there. */
    Visitor tabsTo(Locator where) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if (where.count() > 0 && Boolean.TRUE.equals(where.first().evaluate("e => e === document.activeElement"))) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way with the Tab key to " + where);
    }

    /** Opens the page again until all of that is on it: what another has just sent takes its time. */
    Visitor until(String path, Locator... wanted) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .pollInSameThread()
                .until(() -> {
                    goes(path);
                    return Stream.of(wanted).allMatch(one -> one.count() > 0);
                });
        return this;
    }

    /** Their session ends: the workplace and the provider know them no more. The page before them stays. */
    void isForgotten() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
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

    /** What was met so far, for a test that asked for trouble; it is forgotten by that. */
    List<String> takeMet() {
        List<String> taken = List.copyOf(met);
        met.clear();
        return taken;
    }

    /** Leaves, and tells what was met by the way. Of a test that failed stays what they last saw. */
    List<String> leave(boolean failed, String story) {
        if (failed) {
            keep(story);
        }
        context.close();
        return List.copyOf(met);
    }

    private void keep(String story) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FAILURES.resolve(story + ".png"))
                .setFullPage(true));
        try {
            Files.writeString(FAILURES.resolve(story + ".html"), page.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (TRACED) {
            context.tracing().stop(new Tracing.StopOptions().setPath(FAILURES.resolve(story + ".zip")));
        }
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
        if (response.request().isNavigationRequest() && response.url().startsWith(url + '/')) {
            met.addAll(Policy.faults(response));
        }
        if (response.status() >= 400 && !expected.contains(response.status())) {
            met.add(response.status() + " from " + response.url());
        }
    }
}
