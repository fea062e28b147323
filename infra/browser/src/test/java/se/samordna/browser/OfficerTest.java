package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.browser.AnyPage.headline;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Disa is asked by a parent: who was told of my child, on what ground, and who has looked? */
@NeedsBrowser
class OfficerTest {
    private static final String DUTY = "anmälningsplikt (SoL 19:1)";
    private static final int CHILD_AND_ALERT = 3;

    @Test
    void she_narrows_what_was_told_to_the_police_on_duty_to_one_child_and_takes_the_same_rows_as_a_file(
            Visitors visitors, Platform platform) {
        UUID child = proposed(platform);
        Visitor disa = visitors.stranger().comes("/start");
        Page page = disa.page();
        disa.clicks(page.locator(Visitor.choiceOf(Person.DISA)));
        assertThat(headline(page)).hasText("Utlämnanden");
        assertThat(rows(page).first()).isVisible();

        chooses(page, "Mottagare", "Polisen");
        disa.clicks(Inbox.button(page, "Visa"));
        assertThat(rows(page).first()).isVisible();
        assertThat(column(page, 1)).containsOnly("Polisen");
        chooses(page, "Grund", DUTY);
        disa.clicks(Inbox.button(page, "Visa"));
        assertThat(page.getByLabel("Grund", exactly())).hasValue("REPORT_DUTY");
        assertThat(column(page, 1)).containsOnly("Polisen");
        assertThat(column(page, 3)).containsOnly(DUTY);
        Shots.both(page, "story-officer-police-on-duty");
        disa.clicks(rows(page).locator("a[href*='child=" + child + "']").last());
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText("R06");

        chooses(page, "Mottagare", "Alla");
        disa.clicks(Inbox.button(page, "Visa"));
        assertThat(rows(page).nth(1)).isVisible();
        assertThat(column(page, 1)).contains("Polisen", "Socialtjänsten");
        assertThat(column(page, 3)).containsOnly(DUTY);
        assertThat(page.locator("main")).not().containsText("försummelse");
        assertThat(page.locator("main")).not().containsText("våld i hemmet");
        Shots.both(page, "story-officer-child");
        Taken file = Taken.from(page, file(page));
        assertThat(file.name()).isEqualTo("ledger.csv");
        assertThat(file.heading()).startsWith("at,childId,alertId,rule,municipality,recipient,revision,status,ground,");
        assertThat(file.rows()).allSatisfy(line -> assertThat(line).contains(",2380,", ",REPORT_DUTY,"));
        assertThat(file.rows().stream().map(line -> first(line, CHILD_AND_ALERT)))
                .containsExactlyInAnyOrderElementsOf(told(page));

        chooses(page, "Grund", "samtycke");
        disa.clicks(Inbox.button(page, "Visa"));
        assertThat(page.locator("main")).containsText("Inget passar urvalet de dagarna.");
        assertThat(rows(page)).hasCount(0);
    }

    @Test
    void she_finds_the_look_that_karin_just_made_and_the_one_that_stina_was_denied(
            Visitors visitors, Platform platform) {
        UUID child = proposed(platform);
        visitors.signedIn(Person.KARIN).goes("/children/" + child);
        visitors.signedIn(Person.STINA).meets("/children/" + child, 403);
        Visitor disa = visitors.signedIn(Person.DISA).goes("/ledger");
        Page page = disa.page();

        disa.clicks(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Åtkomstlogg")));
        assertThat(headline(page)).hasText("Åtkomstlogg");
        page.getByLabel("Vem", exactly()).fill(Person.KARIN.id());
        page.getByLabel("Barn", exactly()).fill(child.toString());
        chooses(page, "Resultat", "Visat");
        disa.clicks(Inbox.button(page, "Visa"));
        assertThat(rows(page).nth(1)).isVisible();
        assertThat(column(page, 1)).allSatisfy(who -> assertThat(who).contains("samordnare", Person.KARIN.id()));
        assertThat(column(page, 2))
                .allSatisfy(what -> assertThat(what).contains("Ändamål: samordning"))
                .anySatisfy(what -> assertThat(what).contains("Tidslinjen"))
                .anySatisfy(what -> assertThat(what).contains("Barnets sida"));
        assertThat(column(page, 3)).containsOnly("Visat");
        Shots.both(page, "story-officer-looks");
        Taken file = Taken.from(page, file(page));
        assertThat(file.name()).isEqualTo("access-log.csv");
        assertThat(file.heading()).isEqualTo("at,who,role,purpose,what,result,childId");
        assertThat(file.rows().stream().map(line -> first(line, 2)))
                .containsExactlyInAnyOrderElementsOf(rows(page).all().stream()
                        .map(row -> time(row) + ',' + Person.KARIN.id())
                        .toList());
        assertThat(file.rows()).allSatisfy(line -> assertThat(line).endsWith(",GRANTED," + child));

        chooses(page, "Vad", "Barnets sida");
        disa.clicks(Inbox.button(page, "Visa"));
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText("Barnets sida");

        chooses(page, "Vad", "Alla");
        page.getByLabel("Vem", exactly()).fill("");
        chooses(page, "Resultat", "Nekat");
        disa.clicks(Inbox.button(page, "Visa"));
        assertThat(rows(page).first()).isVisible();
        assertThat(column(page, 1)).allSatisfy(who -> assertThat(who).contains("kontaktperson", Person.STINA.id()));
        assertThat(column(page, 3)).containsOnly("Nekat");
        Shots.both(page, "story-officer-denied");
    }

    @Test
    void she_reads_who_looked_and_never_looks_herself(Visitors visitors, Platform platform) {
        Visitor disa = visitors.signedIn(Person.DISA);
        for (String path : List.of("/children/" + Story.ELSA, "/alerts/" + platform.alertOf(Story.ELSA, "R06"))) {
            disa.meets(path, 403);
            assertThat(headline(disa.page())).hasText("Sidan är inte för din roll");
        }
    }

    /** A child of whom two agencies have been told. */
    private static UUID proposed(Platform platform) {
        UUID child = platform.reported();
        platform.sends("police", Events.incident(child, UUID.randomUUID()));
        platform.awaits("police", child);
        return child;
    }

    private static Locator rows(Page page) {
        return page.locator("main tbody tr");
    }

    /** What stands in a column, from its newest row. */
    private static List<String> column(Page page, int column) {
        return rows(page).all().stream()
                .map(row -> row.getByRole(AriaRole.CELL).nth(column).innerText())
                .toList();
    }

    private static Locator file(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ladda ner som CSV"));
    }

    private static void chooses(Page page, String field, String choice) {
        page.getByLabel(field, exactly()).selectOption(new SelectOption().setLabel(choice));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String time(Locator row) {
        return row.locator("time").getAttribute("datetime");
    }

    /** The rows as the file begins them: when, of which child, by which alert. */
    private static List<String> told(Page page) {
        return rows(page).all().stream()
                .map(row -> Stream.of(time(row), linked(row, "child"), linked(row, "alert"))
                        .reduce((one, other) -> one + ',' + other)
                        .orElseThrow())
                .toList();
    }

    private static String linked(Locator row, String what) {
        String way = row.locator("a[href*='" + what + "=']").first().getAttribute("href");
        Matcher id = Pattern.compile(what + "=([0-9a-f-]{36})").matcher(way);
        assertThat(id.find()).as(way).isTrue();
        return id.group(1);
    }

    private static String first(String line, int columns) {
        return String.join(",", Arrays.copyOf(line.split(","), columns));
    }
}
