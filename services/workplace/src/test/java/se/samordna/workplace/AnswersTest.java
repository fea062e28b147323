package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.ALERTS;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school's contact person comes back to what they have answered. */
class AnswersTest extends AgainstFakes {
    private static final String ID = "89c92de3-2f6c-5937-b7c5-9fc228a53732";
    private static final String LIST = "/api/coordination/v1/alerts";
    private static final String PAGE = "/alerts/" + ID + "?municipality=2380";
    private static final String INTAKE = "/api/schools/v1/events";
    private static final String ACCEPTED = "6f0c0000-0000-4000-8000-00000000c001";
    private static final String DONE = "6f0c0000-0000-4000-8000-00000000c002";

    private final FakeKafka kafka = WORKPLACE.part("fakeKafka", FakeKafka.class);
    private final Browser school = WORKPLACE.stranger();

    @BeforeEach
    void they_have_answered_that_it_is_done() throws Exception {
        kafka.isThere();
        BEHIND.says(LIST, list(answer(DONE, "AlertClosed", "HANDLED")))
                .says(ALERTS + ID, one(AlertStories.NOTICE, answer(DONE, "AlertClosed", "HANDLED")))
                .says(
                        ALERTS + ID + "/history",
                        history(
                                AlertStories.NOTICE,
                                answer(ACCEPTED, "AlertAcknowledged", ""),
                                answer(DONE, "AlertClosed", "HANDLED")))
                .says(INTAKE, FakeBehind.json(202, "[]"));
        school.signIn(SignInHere.SCHOOL, "/inbox");
    }

    @AfterEach
    void they_go_home() {
        school.close();
    }

    @Test
    void the_list_has_the_answer_beside_the_notice_and_it_is_not_to_be_answered_again_by_mistake() throws Exception {
        Document list = page("/inbox?municipality=2380");

        assertThat(list.select("tbody .answer").text()).isEqualTo("✓ Ert svar: det är gjort, 22 juni 2026 09:00");
        assertThat(list.select("tbody tr.level-3 .chip.level-3").text())
                .as("overdue, as much as an alert in full")
                .isEqualTo("Försenat");
        assertThat(list.select("tbody input, .together")).isEmpty();
        assertThat(list.select("#status option").eachText())
                .startsWith("Alla pågående", "Obesvarade", "Besvarade")
                .doesNotContain("Öppet", "Kvitterat");
        assertThat(list.text()).doesNotContain("R13", "SoL", "urn:samordna");
    }

    @Test
    void what_is_answered_and_what_is_not_can_be_listed_by_itself() throws Exception {
        assertThat(page("/inbox?municipality=2380&status=ANSWERED")
                        .select("#status option[selected]")
                        .text())
                .isEqualTo("Besvarade");
        assertThat(BEHIND.lastAsked().target()).contains("answered=only").doesNotContain("&status");

        page("/inbox?municipality=2380&status=UNANSWERED");
        assertThat(BEHIND.lastAsked().target()).contains("answered=hidden", "status=OPEN");
        page("/inbox?municipality=2380");
        assertThat(BEHIND.lastAsked().target()).doesNotContain("answered");
        assertThat(page("/inbox?municipality=2380&status=OPEN")
                        .select("#status option[selected]")
                        .text())
                .as("an address that someone has kept")
                .isEqualTo("Öppet");
    }

    @Test
    void what_they_are_asked_and_the_alerts_of_their_own_are_a_list_each() throws Exception {
        Document all = page("/inbox?municipality=2380&status=UNANSWERED");

        assertThat(all.select(".kinds a").eachText())
                .containsExactly("Allt, det ni ombeds göra först", "Det ni ombeds göra", "Era egna larm");
        assertThat(all.select(".kinds a[aria-current]").text()).startsWith("Allt");
        Document asked = page(all.select(".kinds a").get(1).attr("href"));
        assertThat(BEHIND.lastAsked().target()).contains("kind=notice", "answered=hidden");
        assertThat(asked.select(".kinds a[aria-current]").text()).isEqualTo("Det ni ombeds göra");
        assertThat(asked.select("form.filters input[name=kind]").val()).isEqualTo("notice");
        assertThat(WORKPLACE.page(INBOX_PAGE).select(".kinds"))
                .as("of the social services")
                .isEmpty();
    }

    @Test
    void the_page_says_what_was_answered_and_when_and_lets_it_be_changed_or_taken_back() throws Exception {
        Document page = page(PAGE);

        assertThat(page.select("main section").eachAttr("aria-labelledby"))
                .containsExactly("answer", "do", "who", "history");
        assertThat(page.select("[aria-labelledby=answer]").text())
                .isEqualTo("Ert svar det är gjort, 22 juni 2026 09:00. Socialtjänsten ser det. Ta tillbaka svaret");
        assertThat(page.select("#do").text()).isEqualTo("Ändra svaret");
        assertThat(page.select(".act button").eachText()).containsExactly("Mottaget", "Svara");
        assertThat(page.select("[name=reason][checked]").val()).isEqualTo("HANDLED");
        assertThat(page.select("[aria-labelledby=history] li").eachText())
                .containsExactly(
                        "22 juni 2026 09:00: svar: det är gjort (Skolan)",
                        "22 juni 2026 09:00: svar: mottaget (Skolan) – ersatt av ett senare svar");
        assertThat(page.select("[aria-labelledby=history] button"))
                .as("beside the answer alone")
                .isEmpty();

        String undo = page.expectFirst("[aria-labelledby=answer] form").attr("action");
        assertThat(sent(undo, "event", DONE, "municipality", "2380").statusCode())
                .isEqualTo(303);
        assertThat(BEHIND.asked.stream().filter(asked -> asked.target().equals(INTAKE)))
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.body()).contains("\"type\":\"Retracted\"", "\"retracts\":\"" + DONE + "\""));
    }

    @Test
    void what_was_accepted_is_not_accepted_once_more() throws Exception {
        BEHIND.says(ALERTS + ID + "/history", history(AlertStories.NOTICE, answer(ACCEPTED, "AlertAcknowledged", "")));

        Document page = page(PAGE);

        assertThat(page.select("[aria-labelledby=answer] strong").text()).isEqualTo("mottaget");
        assertThat(page.select(".act button").eachText()).containsExactly("Svara");
        assertThat(page.select("[name=reason][checked]")).isEmpty();
    }

    @Test
    void when_it_is_over_the_answer_is_there_to_be_read_and_no_more() throws Exception {
        String over = AlertStories.NOTICE.replace("\"OPEN\"", "\"WITHDRAWN\"");
        BEHIND.says(ALERTS + ID, one(over, answer(DONE, "AlertClosed", "HANDLED")))
                .says(
                        ALERTS + ID + "/history",
                        history(over, answer(DONE, "AlertClosed", "HANDLED").replace("OTHER_AGENCY", "UNKNOWN_ALERT")));

        Document page = page(PAGE);

        assertThat(page.select("[aria-labelledby=answer]").text())
                .isEqualTo("Ert svar det är gjort, 22 juni 2026 09:00. Socialtjänsten ser det.");
        assertThat(page.select("#do, .act")).isEmpty();
        assertThat(page.select("[aria-labelledby=history] li").text())
                .isEqualTo("22 juni 2026 09:00: svar: det är gjort (Skolan)");
    }

    @Test
    void acknowledging_several_leaves_alone_what_has_been_answered() throws Exception {
        String leadsTo = sent(
                        "/inbox/acknowledge",
                        "form",
                        UUID.randomUUID().toString(),
                        "back",
                        "municipality=2380",
                        "alert",
                        ID)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(leadsTo).endsWith("&alerts=&others=1");
        assertThat(kafka.published()).isEmpty();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(school.get(path).body());
    }

    private HttpResponse<String> sent(String path, String... namesAndValues) throws Exception {
        return school.post(
                school.at(path),
                Stream.concat(Stream.of(namesAndValues), Stream.of("_csrf", school.formToken()))
                        .toList());
    }

    private static String list(String answer) {
        return "{%s,\"page\":1,\"pages\":1,\"total\":1,\"alerts\":[%s],\"answers\":{\"%s\":%s}}"
                .formatted(Stories.SOURCES, AlertStories.NOTICE, ID, answer);
    }

    private static String one(String notice, String answer) {
        return "{%s,\"alert\":%s,\"answer\":%s}".formatted(Stories.SOURCES, notice, answer);
    }

    private static String history(String notice, String... answers) {
        return "{\"alert\":%s,\"told\":[],\"actions\":[%s]}".formatted(notice, String.join(",", answers));
    }

    private static String answer(String eventId, String type, String reason) {
        return AlertStories.acted(
                        eventId,
                        type,
                        "SCHOOL",
                        (reason.isEmpty() ? "" : "\"reason\":\"" + reason + "\",")
                                + "\"effect\":\"NO_EFFECT\",\"why\":\"OTHER_AGENCY\"")
                .replace(AlertStories.OVERDUE_ID, ID);
    }
}
