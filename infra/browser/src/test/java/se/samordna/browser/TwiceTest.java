package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A form that is sent twice: by an impatient hand, by a browser that tries again. */
@NeedsBrowser
class TwiceTest {
    // As a browser sends it by that button, without leaving the page.
    private static final String SENT_TWICE = """
            button => { const form = button.form, body = () => new URLSearchParams(new FormData(form, button));
              const send = () => fetch(form.action, { method: 'POST', body: body() }).then(answer => answer.status);
              return Promise.all([send(), send()]); }""";

    @Test
    void sent_twice_at_once_it_is_one_act(Visitors visitors, Platform platform) {
        String alert = platform.alertOf(platform.reported(), "R01");
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert);
        Page page = karin.page();

        Object answers = Inbox.button(page, "Kvittera").evaluate(SENT_TWICE);

        assertThat((List<?>) answers).allMatch(status -> status.equals(200));
        karin.until("/alerts/" + alert, Inbox.part(page, "history").getByText("Larm kvitterat"));
        assertThat(Inbox.part(page, "history").getByRole(AriaRole.LISTITEM)).hasCount(1);
        assertThat(page.locator(".chips").first()).containsText("Kvitterat");
    }

    @Test
    void two_quick_clicks_are_one_act(Visitors visitors, Platform platform) {
        String alert = platform.alertOf(platform.reported(), "R01");
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert);
        Page page = karin.page();
        page.getByLabel("det är hanterat").check();

        Inbox.button(page, "Stäng larmet").dblclick();

        assertThat(Inbox.done(page)).containsText("Larmet är stängt.");
        assertThat(Inbox.part(page, "history").getByRole(AriaRole.LISTITEM)).hasCount(1);
    }

    @Test
    void taken_back_and_done_again_from_the_page_before_it_is_done(Visitors visitors, Platform platform) {
        String alert = platform.alertOf(platform.reported(), "R01");
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert);
        Page page = karin.page();
        karin.clicks(Inbox.button(page, "Kvittera"));
        assertThat(Inbox.done(page)).containsText("Larmet är kvitterat.");
        karin.clicks(Inbox.part(page, "history").getByRole(AriaRole.BUTTON));
        assertThat(Inbox.done(page)).containsText("Det är återtaget");

        while (Inbox.button(page, "Kvittera").count() == 0 || page.url().contains("?")) {
            page.goBack();
        }
        karin.clicks(Inbox.button(page, "Kvittera"));

        karin.until("/alerts/" + alert, Inbox.part(page, "history").getByText("Larm kvitterat"));
        assertThat(page.locator(".chips").first()).containsText("Kvitterat");
    }
}
