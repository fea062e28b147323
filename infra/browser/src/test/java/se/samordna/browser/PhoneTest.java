package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A coordinator in the corridor, with the inbox on a phone. */
@NeedsBrowser
class PhoneTest {
    private static final int LEAST_TARGET = 24;
    private static final int STOPS = 12;

    private static final String COVERED = """
            () => { const at = document.activeElement.getBoundingClientRect();
              const bar = document.querySelector('.together').getBoundingClientRect();
              return !document.querySelector('.together').contains(document.activeElement) && at.bottom > bar.top && at.top < bar.bottom; }""";

    @Test
    void once_an_alert_is_chosen_the_button_is_at_hand_and_hides_nothing_that_has_the_focus(Visitors visitors) {
        Visitor karin = visitors.signedIn(Person.KARIN, Screen.PHONE, "sv").goes("/inbox?live=off");
        Page page = karin.page();
        Locator acknowledge = Inbox.button(page, "Kvittera valda");
        assertThat(acknowledge).not().isInViewport();

        Inbox.open(page).first().getByRole(AriaRole.CHECKBOX).check();

        assertThat(acknowledge).isInViewport();
        assertThat(acknowledge.boundingBox().height).isGreaterThanOrEqualTo(LEAST_TARGET);
        page.screenshot(new Page.ScreenshotOptions().setPath(Shots.of("story-phone-chosen")));
        for (int stop = 0; stop < STOPS; stop++) {
            karin.presses("Tab");
            assertThat(page.evaluate(COVERED)).as("stop " + stop).isEqualTo(false);
        }
        assertThat(Layout.sticksOut(page)).isEmpty();
        assertThat(Axe.faults(page)).isEmpty();

        karin.clicks(acknowledge);
        assertThat(Inbox.done(page)).containsText("1 larm är kvitterat.");
        karin.clicks(Inbox.button(page, "Ångra"));
        assertThat(Inbox.done(page)).containsText("Kvitteringen är återtagen");
    }
}
