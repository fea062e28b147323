package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The sign-in has ended while a form was being filled in. */
@NeedsBrowser
class EndedSessionTest {

    @Test
    void what_was_chosen_is_kept_until_she_is_back_and_then_sent(Visitors visitors, Platform platform) {
        String alert = platform.alertOf(platform.reported(), "R01");
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert);
        Page page = karin.page();
        page.getByLabel("det är hanterat").check();

        karin.isForgotten();
        karin.expects(401).clicks(Inbox.button(page, "Stäng larmet"));
        assertThat(page.locator("main")).containsText("Du är inte längre inloggad");
        assertThat(page.locator("[name=reason]")).hasValue("HANDLED");
        Shots.both(page, "story-session-ended");
        Page tab = page.waitForPopup(
                () -> page.getByText("Logga in (öppnas i ny flik)").click());
        tab.locator(Visitor.choiceOf(Person.KARIN)).click();
        tab.waitForURL("**/inbox**");
        // Known again, but the form is from before: she sees once more what will be done.
        karin.expects(403).clicks(Inbox.button(page, "Skicka igen"));
        assertThat(page.locator("[name=reason]")).hasValue("HANDLED");
        karin.clicks(Inbox.button(page, "Skicka igen"));

        assertThat(Inbox.done(page)).containsText("Larmet är stängt.");
        assertThat(Inbox.part(page, "history")).containsText("hanterat");
    }
}
