package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contact people of the other agencies: what each is asked, nothing else of the child, and an answer. */
@NeedsBrowser
class ContactTest {
    private static final String INBOX = "/inbox?municipality=2380";

    /** What a notice must not let slip: rules, laws, others' events, places, who else was told. */
    private static final List<String> NOT_THEIRS = List.of(
            "R06", "R12", "R13", "Orosanmälan", "SoL 22", "placering", "Placering", "Grundas på", "Vem har fått veta");

    /** Whom, what is asked, and with which words they answer. */
    private enum Asked {
        PETRA(
                Person.PETRA,
                "police",
                "Ta kontakt med socialtjänsten om ett gemensamt hembesök.",
                "det är gjort",
                "R06"),
        STINA(Person.STINA, "school", "Ta kontakt med socialtjänsten.", "vi avböjer: det gäller inte oss", "R13"),
        BJORN(Person.BJORN, "region", "Erbjud en tid för undersökningen.", "det är gjort", "R12");

        private final Person who;
        private final String recipient;
        private final String ask;
        private final String answer;
        private final String rule;

        Asked(Person who, String recipient, String ask, String answer, String rule) {
            this.who = who;
            this.recipient = recipient;
            this.ask = ask;
            this.answer = answer;
            this.rule = rule;
        }
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void they_see_what_is_asked_of_them_and_answer_and_the_social_services_see_it(
            Asked asked, Visitors visitors, Platform platform) {
        UUID child = platform.reported();
        platform.sends("police", Events.incident(child, UUID.randomUUID()));
        platform.sends("social-services", Events.placement(child, UUID.randomUUID()));
        platform.awaits(asked.recipient, child);
        String alert = platform.alertOf(child, asked.rule);
        Visitor contact = visitors.signedIn(asked.who).goes(INBOX);
        Page page = contact.page();
        contact.until(INBOX, Inbox.alert(page, alert));
        NOT_THEIRS.forEach(word -> assertThat(page.locator("#alerts")).not().containsText(word));
        Shots.both(page, "story-contact-inbox-" + asked.recipient);

        contact.clicks(Inbox.alert(page, alert).first());
        Locator main = page.locator("main");
        assertThat(main).containsText("Det ni ombeds göra: " + asked.ask);
        NOT_THEIRS.forEach(word -> assertThat(main).not().containsText(word));
        assertThat(Inbox.part(page, "why")).hasCount(0);
        assertThat(Inbox.part(page, "told")).hasCount(0);
        assertThat(main.locator("a[href*='/children/']")).hasCount(0);
        Shots.both(page, "story-contact-notice-" + asked.recipient);
        page.getByLabel(asked.answer).check();
        contact.clicks(Inbox.button(page, "Svara"));

        assertThat(Inbox.done(page)).containsText("Ert svar är sparat. Socialtjänsten ser det.");
        assertThat(Inbox.part(page, "history")).containsText("svar: " + asked.answer);
        assertThat(main).not().containsText("tyst");
        Shots.both(page, "story-contact-answered-" + asked.recipient);
        Page karins = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert).page();
        assertThat(Inbox.part(karins, "history")).containsText("svar: " + asked.answer);
        assertThat(karins.locator(".chips").first()).containsText("Öppet");
        Shots.both(karins, "story-contact-answer-seen-" + asked.recipient);
    }

    @Test
    void she_finds_her_answer_again_and_changes_it_and_nobody_is_shown_more_for_it(
            Visitors visitors, Platform platform) {
        UUID child = proposed(platform);
        String alert = platform.alertOf(child, "R06");
        Visitor petra = visitors.signedIn(Person.PETRA).goes("/alerts/" + alert + "?municipality=2380");
        Page page = petra.page();
        petra.clicks(Inbox.button(page, "Mottaget"));
        assertThat(Inbox.part(page, "answer")).containsText("mottaget");

        petra.until(INBOX + "&status=ANSWERED&live=off", Inbox.alert(page, alert));
        Locator row = Inbox.row(page, alert);
        assertThat(row).containsText("Ert svar: mottaget, ");
        assertThat(row.getByRole(AriaRole.CHECKBOX)).hasCount(0);
        NOT_THEIRS.forEach(word -> assertThat(page.locator("#alerts")).not().containsText(word));
        Shots.both(page, "story-contact-answers");
        petra.goes(INBOX + "&status=UNANSWERED&live=off");
        assertThat(Inbox.alert(page, alert)).hasCount(0);
        petra.goes(INBOX + "&status=ANSWERED&live=off")
                .clicks(Inbox.alert(page, alert).first());
        page.getByLabel("vi avböjer: det behövs inte").check();
        petra.clicks(Inbox.button(page, "Svara"));

        assertThat(Inbox.part(page, "answer")).containsText("vi avböjer: det behövs inte");
        assertThat(Inbox.part(page, "history")).containsText("svar: mottaget (Polisen) – ersatt av ett senare svar");
        Shots.both(page, "story-contact-answer-changed");
        Page karins = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert).page();
        assertThat(Inbox.part(karins, "history").getByRole(AriaRole.LISTITEM).first())
                .containsText("svar: vi avböjer: det behövs inte (Polisen)");
        assertThat(Inbox.part(karins, "answer")).hasCount(0);

        petra.clicks(Inbox.button(page, "Ta tillbaka svaret"));
        assertThat(Inbox.part(page, "answer")).containsText("mottaget");
    }

    @Test
    void the_police_ask_for_the_joint_visit_with_one_button_and_the_social_services_see_it(
            Visitors visitors, Platform platform) {
        UUID child = proposed(platform);
        String alert = platform.alertOf(child, "R06");
        Visitor petra = visitors.signedIn(Person.PETRA).goes("/alerts/" + alert + "?municipality=2380");
        Page page = petra.page();
        assertThat(Inbox.part(page, "visit")).containsText("Er händelse: våld i hemmet, ");
        Shots.both(page, "story-visit");

        petra.clicks(Inbox.button(page, "Begär gemensamt hembesök"));

        assertThat(Inbox.done(page)).containsText("Begäran om gemensamt hembesök är sparad");
        assertThat(Inbox.part(page, "visit")).containsText("Gemensamt hembesök begärt ");
        assertThat(Inbox.button(page, "Begär gemensamt hembesök")).hasCount(0);
        NOT_THEIRS.forEach(word -> assertThat(page.locator("main")).not().containsText(word));
        Shots.both(page, "story-visit-requested");
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert);
        assertThat(karin.page().locator("main")).containsText("antecknar ni i ert eget verksamhetssystem");
        assertThat(Inbox.part(karin.page(), "visit")).hasCount(0);
        Shots.both(karin.page(), "story-visit-noted");
        karin.goes("/children/" + child);
        assertThat(karin.page().locator("section[aria-labelledby=events]")).containsText("Gemensamt hembesök begärt");
    }

    /** A child reported to social services and seen by the police, who are asked for a joint visit. */
    private static UUID proposed(Platform platform) {
        UUID child = platform.reported();
        platform.sends("police", Events.incident(child, UUID.randomUUID()));
        platform.awaits("police", child);
        return child;
    }
}
