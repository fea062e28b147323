package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Olle keeps the platform running: what has been lost, who is silent, what could not be read, who is behind. */
@NeedsBrowser
class OperatorTest {
    private static final String TOPIC = "school.events";
    private static final String ROBERTSFORS = "2409";
    private static final String SECRET = "barnet har berättat för sin lärare";
    private static final int NO_SCHEMA = 987_654_321;

    private final UUID child = UUID.randomUUID();

    @Test
    void he_sees_that_all_is_accounted_for_who_is_silent_and_that_nobody_is_behind(
            Visitors visitors, Platform platform) {
        platform.sends("schools", Events.schoolDayLongAgo(child, ROBERTSFORS));
        Visitor olle = visitors.signedIn(Person.OLLE);
        Page page = olle.page();
        olle.until("/operator", row(page, "silent", "Robertsfors"), row(page, "balance", "Socialtjänsten"));

        assertThat(page.locator("main")).containsText(Pattern.compile("En källa är tyst .* [1-9]\\d* av \\d+ källor"));
        assertThat(row(page, "silent", "Robertsfors")).containsText("Skolan");
        assertThat(row(page, "silent", "Östersund")).hasCount(0);
        for (String agency : List.of("Socialtjänsten", "Skolan", "Regionen och BUP", "Polisen")) {
            assertThat(row(page, "balance", agency).getByRole(AriaRole.CELL).first())
                    .hasText(Pattern.compile("[1-9][\\d\\s\\u00a0]*"));
        }
        assertThat(page.locator("main")).containsText("infra/samordna balance");
        for (String app : List.of("Samordning", "Indikatorer")) {
            assertThat(row(page, "lag", app).getByRole(AriaRole.CELL).first()).hasText("Igång");
            assertThat(row(page, "lag", app).getByRole(AriaRole.CELL).nth(2)).hasText(Pattern.compile("\\d+.*"));
        }
        NoChild.isOn(page);
        Shots.both(page, "story-operator");
    }

    @Test
    void a_record_that_nobody_can_read_is_told_with_its_place_and_reason_and_nothing_of_what_is_in_it(
            Visitors visitors, Platform platform) {
        platform.lays(TOPIC, child, unreadable());
        Visitor olle = visitors.signedIn(Person.OLLE);
        Page page = olle.page();
        Locator reason = row(page, "dead", "Schemat finns inte");
        olle.until("/operator", reason);

        assertThat(reason).containsText("unknown-schema");
        assertThat(reason).containsText("infra/samordna dlq replay --topic school.events --reason unknown-schema");
        assertThat(row(page, "balance", "Skolan").getByRole(AriaRole.CELL).nth(2))
                .hasText(Pattern.compile("[1-9]\\d*"));
        Locator dead = Inbox.part(page, "dead");
        olle.clicks(dead.getByText("Brevet och var det ligger"));
        Locator letter = dead.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(unreadable().length + " byte"));
        assertThat(letter).containsText("Schemat finns inte");
        assertThat(letter).containsText(Pattern.compile("Låg på school\\.events"));
        assertThat(letter).containsText("infra/samordna dlq show school.events.dlq/");
        assertThat(page.content()).doesNotContain(SECRET, child.toString());
        NoChild.isOn(page);
        Shots.both(page, "story-operator-dead-letter");
    }

    @Test
    void what_is_not_for_him_is_refused(Visitors visitors) {
        Visitor olle = visitors.signedIn(Person.OLLE);
        for (String path : List.of("/children/" + Story.ELSA, "/inbox", "/ledger", "/access-log")) {
            olle.meets(path, 403);
            assertThat(olle.page().locator("main")).containsText("Sidan är inte för din roll");
        }
    }

    /** In the form of a record of ours, but by a schema that no registry has. */
    private byte[] unreadable() {
        byte[] text = (SECRET + ' ' + child).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + text.length)
                .put((byte) 0)
                .putInt(NO_SCHEMA)
                .put(text)
                .array();
    }

    private static Locator row(Page page, String part, String text) {
        return Inbox.part(page, part).locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }
}
