package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.ALERTS;
import static se.samordna.workplace.AlertStories.OVERDUE_ID;
import static se.samordna.workplace.AlertStories.WATCHED_ID;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samordna.events.AlertAcknowledged;
import se.samordna.workplace.act.Act;

/** What a coordinator has before them: the list, what is new in it, and acting on several at once. */
class InboxTest extends AgainstFakes {
    private static final String INBOX = "/inbox?municipality=2380";
    private static final String LIST = "/api/coordination/v1/alerts";
    private static final String INTAKE = "/api/social-services/v1/events";
    private static final String TOLD =
            ",\"told\":{\"%s\":\"2026-06-18T12:30:02Z\",\"%s\":\"2026-06-22T07:59:00Z\"},\"changed\":%d}";

    private final FakeKafka kafka = WORKPLACE.part("fakeKafka", FakeKafka.class);

    @BeforeEach
    void nothing_is_sent_yet() {
        kafka.isThere();
        BEHIND.says(LIST, told(0))
                .says(ALERTS + OVERDUE_ID, AlertStories.one(Stories.OVERDUE))
                .says(ALERTS + WATCHED_ID, AlertStories.one(Stories.WATCHED))
                .says(ALERTS + AlertStories.CLOSED_ID, AlertStories.one(AlertStories.CLOSED))
                .says(INTAKE, FakeBehind.json(202, "[]"));
    }

    private static String told(int changed) {
        return Stories.ALERTS.replaceAll("}$", "") + TOLD.formatted(OVERDUE_ID, WATCHED_ID, changed);
    }

    @Test
    void the_list_says_what_is_due_and_what_to_do() throws Exception {
        Document page = WORKPLACE.page(INBOX);

        assertThat(page.title()).isEqualTo("Inkorg, Östersund – Samordna");
        List<Element> rows = page.select("tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text())
                .contains("Försenat", "18 juni 2026", "3 dagar försenat")
                .contains("En orosanmälan väntar på omedelbar skyddsbedömning.")
                .contains("Gör skyddsbedömningen i dag", "R01", "SoL 20:1", "Öppet", "0b540000");
        assertThat(rows.get(1).text())
                .contains(
                        "Att bevaka", "24 juni 2026", "om 2 dagar", "utan en samordnad individuell plan", "Kvitterat");
        assertThat(page.select("tbody a").eachAttr("href"))
                .containsExactly(
                        "/alerts/" + OVERDUE_ID + "?municipality=2380", "/alerts/" + WATCHED_ID + "?municipality=2380");
        assertThat(page.select("tbody input").eachAttr("value"))
                .as("what can be acknowledged")
                .containsExactly(OVERDUE_ID);
        assertThat(page.select(".tally li").eachText())
                .contains("1 Försenat eller värst", "0 Brådskande", "1 Att bevaka");
        assertThat(page.text()).contains("Skolan (senast 2 juni 2026 15:00). Att inget syns därifrån");
        assertThat(BEHIND.asked).singleElement().satisfies(asked -> {
            assertThat(withoutSince(asked.target()))
                    .startsWith(LIST + "?municipality=2380&page=1&snoozed=hidden&status=OPEN%2CACKNOWLEDGED");
            assertThat(asked.header("x-purpose")).isEqualTo("COORDINATION");
        });
    }

    @Test
    void every_way_of_looking_at_it_is_an_address() throws Exception {
        BEHIND.says(
                LIST,
                "{%s,\"page\":2,\"pages\":3,\"total\":101,\"levels\":{\"3\":7,\"2\":4,\"1\":90},\"alerts\":[%s]}"
                        .formatted(Stories.SOURCES, Stories.RESOLVED));

        Document page = WORKPLACE.page(INBOX + "&status=RESOLVED&rule=R02&level=2&due=7&page=2&lang=en");

        assertThat(withoutSince(BEHIND.lastAsked().target()))
                .startsWith(LIST + "?municipality=2380&dueWithin=7&level=2&page=2&rule=R02&status=RESOLVED");
        assertThat(page.select("option[selected]").eachAttr("value"))
                .containsExactly("2380", "RESOLVED", "R02", "2", "7");
        assertThat(page.select("a[rel]").eachAttr("href"))
                .containsExactly(
                        INBOX + "&status=RESOLVED&rule=R02&level=2&due=7",
                        INBOX + "&status=RESOLVED&rule=R02&level=2&due=7&page=3");
        assertThat(page.select(".tally b").eachText()).startsWith("7", "4", "90");
        assertThat(page.text()).contains("101 alerts", "Page 2 of 3", "Resolved");
    }

    @Test
    void what_is_snoozed_is_behind_a_link() throws Exception {
        BEHIND.says(LIST, Stories.ALERTS.replace("\"total\":2", "\"total\":2,\"hidden\":1"));
        Element note = WORKPLACE.page(INBOX).expectFirst("#alerts > .note:has(a)");
        assertThat(note.text()).isEqualTo("1 vilande larm visas inte här. Visa vilande");

        WORKPLACE.page(note.expectFirst("a").attr("href"));

        assertThat(BEHIND.lastAsked().target()).contains("snoozed=only", "status=OPEN%2CACKNOWLEDGED");
        WORKPLACE.page(INBOX + "&status=OPEN");
        assertThat(BEHIND.lastAsked().target()).doesNotContain("snoozed");
    }

    @Test
    void what_is_new_or_changed_since_one_was_here_is_marked_until_it_is_called_seen() throws Exception {
        seen("2026-06-21T00:00:00Z");
        BEHIND.says(LIST, told(1));

        Document page = WORKPLACE.page(INBOX);

        assertThat(page.select("tbody tr").get(0).select(".chip.news")).isEmpty();
        assertThat(page.select("tbody tr").get(1).select(".chip.news").text()).isEqualTo("Nytt");
        assertThat(page.select(".tally li").eachText())
                .contains("1 nya eller ändrade sedan du var här 21 juni 2026 02:00");
        assertThat(BEHIND.lastAsked().target()).contains("since=2026-06-21T00%3A00%3A00Z");
        WORKPLACE.page(page.expectFirst(".tally a").attr("href"));
        assertThat(BEHIND.lastAsked().target()).contains("changed=only");

        Element all = page.expectFirst("form[action=/inbox/seen]");
        assertThat(all.select("[name=asOf]").val()).isEqualTo("2026-06-22T08:00:00Z");
        seen("2026-06-22T08:00:00Z");
        assertThat(WORKPLACE.page(INBOX).select(".chip.news")).isEmpty();
    }

    @Test
    void a_view_is_kept_under_ones_own_name_and_nobodys_number() throws Exception {
        String back = "back=" + "municipality%3D2380%26status%3DOPEN%26level%3D3";
        assertThat(WORKPLACE
                        .form("/inbox/views", back + "&name=Br%C3%A5ttom+%26+%C3%B6ppet")
                        .statusCode())
                .isEqualTo(303);

        Element view = WORKPLACE.page(INBOX).expectFirst("#views li");
        assertThat(view.select("a").text()).isEqualTo("Bråttom & öppet");
        assertThat(view.select("a").attr("href")).isEqualTo(INBOX + "&status=OPEN&level=3");

        for (String name : List.of("", "%20", "20170101-2385", "x".repeat(41))) {
            HttpResponse<String> refused = WORKPLACE.form("/inbox/views", back + "&name=" + name);
            String leadsTo = refused.headers().firstValue("Location").orElseThrow();
            assertThat(leadsTo).contains("view=bad").doesNotContain("20170101");
            assertThat(WORKPLACE
                            .page("/" + leadsTo.replaceAll("^(https?://[^/]*)?/|#.*", ""))
                            .select("#name-fault")
                            .text())
                    .isNotEmpty();
        }

        WORKPLACE.form("/inbox/views", back + "&forget=Br%C3%A5ttom+%26+%C3%B6ppet");
        assertThat(WORKPLACE.page(INBOX).select("#views li")).isEmpty();
    }

    @Test
    void several_are_acknowledged_at_once_those_that_others_have_dealt_with_left_alone_and_it_can_be_undone()
            throws Exception {
        UUID form = UUID.randomUUID();
        UUID id = new Act.Acknowledge().id(form, UUID.fromString(OVERDUE_ID));
        BEHIND.says("/api/coordination/v1/events/" + id, "{\"status\":\"RELEASED\"}");
        String chosen =
                "form=" + form + "&back=municipality%3D2380&alert=" + OVERDUE_ID + "&alert=" + AlertStories.CLOSED_ID;

        HttpResponse<String> sent = WORKPLACE.form("/inbox/acknowledge", chosen);
        HttpResponse<String> twice = WORKPLACE.form("/inbox/acknowledge", chosen);

        String leadsTo = sent.headers().firstValue("Location").orElseThrow();
        assertThat(leadsTo).endsWith(INBOX + "&done=" + form + "&alerts=" + OVERDUE_ID + "&others=1");
        assertThat(twice.headers().firstValue("Location")).contains(leadsTo);
        assertThat(kafka.published()).singleElement().satisfies(record -> {
            AlertAcknowledged act = (AlertAcknowledged) record.value();
            assertThat(act.getAlertId()).hasToString(OVERDUE_ID);
            assertThat(act.getHeader().getEventId()).isEqualTo(id);
        });

        Document after = WORKPLACE.page(INBOX + "&done=" + form + "&alerts=" + OVERDUE_ID + "&others=1");
        assertThat(after.select(".note.good p").text())
                .isEqualTo("1 larm är kvitterat. 1 hade någon annan redan tagit hand om, och det lämnades i fred.");
        assertThat(after.select("tbody tr").get(0).text())
                .as("the list does not know yet")
                .contains("Kvitteras");
        Element undo = after.expectFirst("form[action=/inbox/undo]");
        StringBuilder fields = new StringBuilder("back=municipality%3D2380");
        undo.select("[name=form], [name=alert]")
                .forEach(field -> fields.append('&')
                        .append(field.attr("name"))
                        .append('=')
                        .append(field.val()));

        String undone = WORKPLACE
                .form("/inbox/undo", fields.toString())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(BEHIND.asked.stream().filter(asked -> asked.target().equals(INTAKE)))
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.body()).contains("\"type\":\"Retracted\"", "\"retracts\":\"" + id + "\""));
        assertThat(undone).contains("undone=1");
        assertThat(WORKPLACE
                        .page(INBOX + "&done=" + form + "&undone=1")
                        .select(".note.good")
                        .text())
                .startsWith("Kvitteringen är återtagen");
    }

    @Test
    void a_form_without_a_choice_says_so_and_one_that_cannot_be_taken_is_kept() throws Exception {
        String empty = WORKPLACE
                .form("/inbox/acknowledge", "form=" + UUID.randomUUID() + "&back=municipality%3D2380")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(empty).endsWith(INBOX + "&none=1");
        assertThat(WORKPLACE.page(INBOX + "&none=1").select("[role=alert]").text())
                .startsWith("Inget larm var valt.");

        kafka.isAway();
        HttpResponse<String> away = WORKPLACE.form(
                "/inbox/acknowledge", "form=" + UUID.randomUUID() + "&back=municipality%3D2380&alert=" + OVERDUE_ID);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(away.body()).select("main form [name=alert]").val())
                .isEqualTo(OVERDUE_ID);

        BEHIND.says(ALERTS + OVERDUE_ID, FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "2"));
        assertThat(WORKPLACE
                        .form(
                                "/inbox/acknowledge",
                                "form=" + UUID.randomUUID() + "&back=municipality%3D2380&alert=" + OVERDUE_ID)
                        .statusCode())
                .isEqualTo(503);
        assertThat(WORKPLACE
                        .form("/inbox/acknowledge", "form=x&back=municipality%3D2380&alert=" + OVERDUE_ID)
                        .statusCode())
                .isEqualTo(400);
        assertThat(WORKPLACE
                        .form(
                                "/inbox/acknowledge",
                                "form=" + UUID.randomUUID() + "&back=status%3DEVIL&alert=" + OVERDUE_ID)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_open_page_is_told_what_has_changed_a_recall_too_and_one_that_asks_is_no_visit() throws Exception {
        Element live = WORKPLACE.page(INBOX).expectFirst("#live");
        assertThat(live.attr("data-bell")).isEqualTo("/inbox/bell?municipality=2380");
        assertThat(live.attr("data-look")).isEqualTo(INBOX + "&seen=2026-06-22T07:59:58Z");
        BEHIND.says(
                LIST,
                Stories.ALERTS
                        .replace(Stories.WATCHED, AlertStories.WITHDRAWN)
                        .replaceAll("}$", ",\"told\":{\"" + OVERDUE_ID + "\":\"2026-06-22T08:00:05Z\"}}"));

        HttpResponse<String> look = WORKPLACE.get(live.attr("data-look"), "HX-Request", "true");

        Element changes = Jsoup.parse(look.body()).expectFirst("#changes[aria-live=polite]");
        assertThat(changes.text())
                .startsWith("Sedan 22 juni 2026 09:59:")
                .contains("Återtaget: En orosanmälan väntar", "har rättats");
        assertThat(BEHIND.lastAsked().target()).contains("since=2026-06-22T07%3A59%3A58Z", "changed=only", "WITHDRAWN");
        assertThat(look.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("samordna-inbox-"));
        assertThat(WORKPLACE.page(INBOX + "&live=off").expectFirst("#live").hasAttr("data-bell"))
                .isFalse();
    }

    @Test
    void an_empty_list_says_so_and_which_silent_source_may_be_why() throws Exception {
        BEHIND.says(LIST, Stories.NO_ALERTS);

        Document page = WORKPLACE.page(INBOX);

        assertThat(page.select("table")).isEmpty();
        assertThat(page.expectFirst("#alerts section").text())
                .startsWith("Inga larm här Just nu finns inget som behöver samordnas i Östersund")
                .contains("Dessa källor är tysta: Skolan (senast 2 juni 2026 15:00).");
        assertThat(WORKPLACE
                        .page(INBOX + "&level=3")
                        .expectFirst("#alerts section")
                        .text())
                .contains("Inget larm passar urvalet");
    }

    @Test
    void a_school_sees_what_it_is_asked_and_nothing_else() throws Exception {
        BEHIND.says(
                LIST,
                "{%s,\"page\":1,\"pages\":1,\"total\":1,\"levels\":{\"1\":1},\"alerts\":[%s]}"
                        .formatted(Stories.SOURCES, AlertStories.NOTICE));
        String notice = ALERTS + "89c92de3-2f6c-5937-b7c5-9fc228a53732";
        BEHIND.says(notice, AlertStories.one(AlertStories.NOTICE))
                .says(notice + "/history", AlertStories.history(AlertStories.NOTICE));
        try (Browser school = WORKPLACE.stranger()) {
            Document list =
                    Jsoup.parse(school.signIn(SignInHere.SCHOOL, "/inbox").body());

            assertThat(list.select("tbody tr").text())
                    .contains(
                            "Försenat", "Socialtjänsten ber om kontakt om skolgången.", "Ta kontakt med socialtjänsten")
                    .doesNotContain("R13", "SoL", "sedan");
            assertThat(list.select("#rule, #level")).isEmpty();
            Document page = Jsoup.parse(
                    school.get(list.expectFirst("tbody a").attr("href")).body());
            assertThat(page.select("main section").eachAttr("aria-labelledby")).containsExactly("do", "who", "history");
            assertThat(page.select(".act button").eachText()).containsExactly("Mottaget", "Svara");
            assertThat(page.select("main a[href^=/children]")).isEmpty();
            assertThat(page.text()).doesNotContain("Polisen", "anmälningsplikt");
            assertThat(school.get("/inbox?municipality=1265").statusCode())
                    .as("another municipality")
                    .isEqualTo(403);
            assertThat(school.get("/inbox/bell?municipality=1265").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_municipality_leads_to_its_inbox() throws Exception {
        assertThat(WORKPLACE
                        .get("/municipalities/2380")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(INBOX);
        assertThat(WORKPLACE.get("/inbox").headers().firstValue("Location").orElseThrow())
                .as("of all of them")
                .endsWith("/");
    }

    /** One visit is no other's: what an earlier test saw is not this one's to say. */
    private static String withoutSince(String target) {
        return target.replaceAll("&since=[^&]*", "");
    }

    private static void seen(String asOf) throws Exception {
        assertThat(WORKPLACE
                        .form("/inbox/seen", "back=municipality%3D2380&asOf=" + asOf)
                        .statusCode())
                .isEqualTo(303);
    }
}
