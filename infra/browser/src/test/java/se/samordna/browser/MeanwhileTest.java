package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens elsewhere while a page is open. Nobody reloads anything here. */
@NeedsBrowser
class MeanwhileTest {

    @Test
    void a_new_alert_is_told_and_nothing_is_moved_under_the_hand(Visitors visitors, Platform platform) {
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/inbox");
        Page page = karin.page();
        page.locator("#alerts input[name=alert]").first().check();

        String alert = platform.alertOf(platform.reported(), "R01");

        assertThat(Inbox.changes(page)).containsText("Nytt");
        assertThat(Inbox.changes(page).locator("a[href*='" + alert + "']")).hasCount(1);
        assertThat(page.locator("#alerts input[name=alert]").first()).isChecked();
        Shots.both(page, "story-meanwhile-new");
        karin.clicks(page.getByText("Visa listan på nytt"));
        assertThat(Inbox.changes(page)).isEmpty();
    }

    @Test
    void a_late_correction_recalls_the_alert_that_is_being_read(Visitors visitors, Platform platform) {
        UUID child = platform.reported();
        UUID incident = UUID.randomUUID();
        platform.sends("police", Events.incident(child, incident));
        String alert = platform.alertOf(child, "R06");
        Page inbox = visitors.signedIn(Person.KARIN).goes("/inbox").page();
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert);
        Page page = karin.page();
        Page notice = visitors.signedIn(Person.PETRA)
                .goes("/alerts/" + alert + "?municipality=2380")
                .page();
        assertThat(page.locator(".chips").first()).containsText("Öppet");

        platform.sends("police", Events.noChildThere(child, incident));

        assertThat(Inbox.changes(page)).containsText("Larmet har ändrats medan du hade sidan öppen. Nu: Återtaget");
        assertThat(Inbox.changes(inbox)
                        .locator("li", new Locator.LocatorOptions().setHas(inbox.locator("a[href*='" + alert + "']"))))
                .hasText(Pattern.compile(
                        "^\\s*Återtaget:(?!.*tertaget).* – en uppgift som larmet vilade på har rättats\\.\\s*$"));
        assertThat(Inbox.changes(notice)).containsText("Nu: Återtaget");
        Shots.both(page, "story-correction-alert");
        Shots.both(inbox, "story-correction-inbox");
        Shots.both(notice, "story-correction-notice");
        karin.clicks(page.getByText("Visa det som det är nu"));
        assertThat(page.locator(".note.bad")).containsText("har rättats");
        assertThat(Inbox.button(page, "Kvittera")).hasCount(0);
        Shots.both(page, "story-correction-recalled");
    }

    @Test
    void of_two_at_once_the_second_is_told_what_the_first_did_and_loses_nothing(Visitors visitors, Platform platform) {
        String alert = platform.alertOf(platform.reported(), "R01");
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert);
        Visitor samir = visitors.signedIn(Person.SAMIR).goes("/alerts/" + alert);
        Page hers = karin.page();
        Page his = samir.page();
        his.getByLabel("det inte behövs").check();

        hers.getByLabel("det är hanterat").check();
        karin.clicks(Inbox.button(hers, "Stäng larmet"));
        assertThat(Inbox.done(hers)).containsText("Larmet är stängt.");
        assertThat(Inbox.changes(his)).containsText("Nu: Stängt");
        assertThat(his.getByLabel("det inte behövs")).isChecked();
        samir.expects(409).clicks(Inbox.button(his, "Stäng larmet"));

        assertThat(his.getByRole(AriaRole.ALERT)).containsText("Inget har sparats: någon hade redan stängt det.");
        assertThat(Inbox.part(his, "history")).containsText("hanterat");
        Shots.both(his, "story-two-at-once");
        // He has another opinion: it is his to say, in the open.
        samir.clicks(Inbox.button(his, "Öppna igen"));
        assertThat(Inbox.done(his)).containsText("Larmet är öppet igen.");
        assertThat(Inbox.changes(hers)).containsText("Nu: Öppet");
        assertThat(Inbox.part(his, "history").getByRole(AriaRole.LISTITEM)).hasCount(2);
    }

    @Test
    void of_two_who_acknowledge_at_the_same_moment_one_counts_and_both_are_answered(
            Visitors visitors, Platform platform) {
        String alert = platform.alertOf(platform.reported(), "R01");
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert).expects(409);
        Visitor samir = visitors.signedIn(Person.SAMIR).goes("/alerts/" + alert).expects(409);

        Stream.of(karin.page(), samir.page())
                .forEach(page -> Inbox.button(page, "Kvittera").evaluate("button => { button.click(); }"));

        Stream.of(karin.page(), samir.page())
                .forEach(page -> assertThat(Inbox.done(page).or(page.getByRole(AriaRole.ALERT)))
                        .hasText(Pattern.compile("Larmet är kvitterat|någon hade redan kvitterat det")));
        karin.until("/alerts/" + alert, Inbox.part(karin.page(), "history").getByRole(AriaRole.LISTITEM));
        assertThat(karin.page().locator(".chips").first()).containsText("Kvitterat");
        assertThat(Inbox.part(karin.page(), "history")
                        .getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasNotText("utan verkan")))
                .hasCount(1);
    }
}
