package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Karin's ten minutes between two meetings. */
@NeedsBrowser
class CoordinatorTest {
    private static final int MOST_CLICKS = 5;
    private static final Pattern DAY_AND_AGENCY =
            Pattern.compile("\\d{1,2} [a-z]{3,4}\\.? \\d{4} \\d\\d:\\d\\d\\s+\\([A-Za-zåäö ,]+\\)");

    @Test
    void within_five_clicks_she_has_seen_why_an_alert_fired_and_acknowledged_it(Visitors visitors) {
        Visitor karin = visitors.stranger();
        Page page = karin.page();

        karin.comes("/start");
        karin.clicks(page.locator(Visitor.choiceOf(Person.KARIN)));
        assertThat(AnyPage.headline(page)).hasText("Inkorg, Östersund");
        Shots.both(page, "story-inbox");
        karin.clicks(Inbox.open(page).first().getByRole(AriaRole.LINK));

        Locator why = Inbox.part(page, "why");
        assertThat(why.locator(".conditions li").first()).isVisible();
        assertThat(why.locator(".evidence li").first()).hasText(DAY_AND_AGENCY);
        assertThat(why.locator("dd").last()).hasText(Pattern.compile("SoL|OSL|LVU|HSL|SkolL|LuL|S\\d"));
        Shots.both(page, "story-alert");
        karin.clicks(Inbox.button(page, "Kvittera"));

        assertThat(Inbox.done(page)).containsText("Larmet är kvitterat.");
        assertThat(Inbox.part(page, "history")).containsText("Larm kvitterat");
        assertThat(page.locator(".chips").first()).containsText("Kvitterat");
        assertThat(karin.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
        Shots.both(page, "story-acknowledged");
    }

    @Test
    void with_the_keyboard_alone_she_signs_in_acknowledges_two_at_once_and_takes_it_back(Visitors visitors) {
        Visitor karin = visitors.stranger().comes("/start");
        Page page = karin.page();
        karin.tabsTo(page.locator(Visitor.choiceOf(Person.KARIN))).presses("Enter");
        Inbox.open(page).first().waitFor();
        List<String> two = chosen(page).subList(0, 2);

        two.forEach(id -> karin.tabsTo(Inbox.choice(page, id)).presses("Space"));
        Shots.both(page, "story-keyboard-chosen");
        karin.tabsTo(Inbox.button(page, "Kvittera valda")).presses("Enter");
        assertThat(Inbox.done(page)).containsText("2 larm är kvitterade.");
        Shots.both(page, "story-keyboard-acknowledged");
        karin.tabsTo(Inbox.button(page, "Ångra")).presses("Enter");

        assertThat(Inbox.done(page)).containsText("Kvitteringen är återtagen");
        karin.until("/inbox", two.stream().map(id -> Inbox.choice(page, id)).toArray(Locator[]::new));
        assertThat(karin.clicks()).isZero();
    }

    @Test
    void with_the_keyboard_alone_she_opens_an_alert_acknowledges_it_and_takes_it_back(Visitors visitors) {
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/inbox");
        Page page = karin.page();
        String alert = chosen(page).getLast();

        karin.tabsTo(Inbox.alert(page, alert)).presses("Enter");
        karin.tabsTo(Inbox.button(page, "Kvittera")).presses("Enter");
        assertThat(Inbox.done(page)).containsText("Larmet är kvitterat.");
        karin.tabsTo(Inbox.part(page, "history").getByRole(AriaRole.BUTTON)).presses("Enter");

        assertThat(Inbox.done(page)).containsText("Det är återtaget, som om det aldrig hade gjorts.");
        assertThat(Inbox.part(page, "history")).containsText("Ingen har gjort något med det än.");
        assertThat(karin.clicks()).isZero();
    }

    private static List<String> chosen(Page page) {
        return page.locator("#alerts input[name=alert]").all().stream()
                .map(box -> box.getAttribute("value"))
                .toList();
    }
}
