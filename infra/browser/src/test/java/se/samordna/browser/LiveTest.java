package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often an open page asks by itself: each look is a row in the access log for each child it lists. */
@NeedsBrowser
class LiveTest {
    private static final String PLACE = "http://127.0.0.1:9/inbox";
    private static final int MINUTE = 60_000;
    private static final String OPEN_PAGE = """
            <!DOCTYPE html><html lang="sv"><title>Inkorg</title>
            <div id="live" data-bell="/inbox/bell" data-look="/inbox?seen=1"><div id="changes"></div></div>
            <div id="alerts"></div></html>""";

    /** A bell that is held in the test's hand, and a list that counts how often it is asked for. */
    private static final String HELD = """
            window.asked = 0;
            window.status = 200;
            window.fetch = async () => { window.asked++; return new Response("<html></html>", { status: window.status }); };
            window.EventSource = class {
              static OPEN = 1;
              constructor() { this.told = {}; this.readyState = 0; window.bell = this; }
              addEventListener(name, then) { this.told[name] = then; }
              opens() { this.readyState = 1; this.told.open(); }
              breaks() { this.readyState = 0; }
              close() {}
            };""";

    private final Chromium chromium = Chromium.started();
    private final BrowserContext context = chromium.fresh(new Browser.NewContextOptions());
    private final Page page = context.newPage();

    @BeforeEach
    void an_inbox_is_open() throws IOException {
        page.route(
                "**/*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html;charset=UTF-8")
                        .setBody(OPEN_PAGE)));
        page.clock().install();
        page.addInitScript(HELD);
        page.navigate(PLACE);
        try (InputStream script = LiveTest.class.getResourceAsStream("/workplace/static/js/live.js")) {
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    @AfterEach
    void it_is_closed() {
        context.close();
        chromium.close();
    }

    @Test
    void an_idle_page_that_hears_the_bell_asks_each_quarter_of_an_hour_and_one_that_does_not_each_minute() {
        page.evaluate("bell.opens()");
        minutes(14);
        assertThat(asked()).isZero();
        minutes(1);
        assertThat(asked()).isOne();
        minutes(15);
        assertThat(asked()).isEqualTo(2);

        page.evaluate("bell.breaks()");
        minutes(5);
        assertThat(asked()).isEqualTo(7);
    }

    @Test
    void what_rang_is_asked_for_at_once_and_what_may_have_rung_while_the_line_was_broken_when_it_is_back() {
        page.evaluate("bell.opens()");
        page.evaluate("bell.told.ring()");
        assertThat(asked()).isOne();
        minutes(14);
        assertThat(asked()).as("a quarter after the last look").isOne();

        page.evaluate("bell.breaks()");
        page.evaluate("bell.opens()");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void what_was_not_answered_is_asked_for_again_the_next_minute() {
        page.evaluate("bell.opens()");
        page.evaluate("() => { window.status = 503; bell.told.ring(); }");
        assertThat(asked()).isOne();
        minutes(1);
        assertThat(asked()).isEqualTo(2);

        page.evaluate("window.status = 200");
        minutes(1);
        assertThat(asked()).isEqualTo(3);
        minutes(5);
        assertThat(asked()).as("answered").isEqualTo(3);
    }

    @Test
    void a_page_that_never_reached_the_bell_asks_each_minute() {
        minutes(3);

        assertThat(asked()).isEqualTo(3);
    }

    private void minutes(int many) {
        for (int each = 0; each < many; each++) {
            page.clock().runFor(MINUTE);
        }
    }

    private int asked() {
        return (int) page.evaluate("window.asked");
    }
}
