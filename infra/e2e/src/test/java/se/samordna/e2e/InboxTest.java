package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report comes in while Karin has her inbox open. */
@NeedsPlatform
@Timeout(120)
class InboxTest {
    private static final String SOCIAL = "/api/social-services/v1/events";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern UNDO = Pattern.compile("name=\"event\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern LOOK = Pattern.compile("data-look=\"([^\"]+)\"");

    private final UUID child = UUID.randomUUID();
    private final UUID report = UUID.randomUUID();

    @Test
    void she_hears_of_it_sees_why_takes_it_on_and_back_and_who_closes_it_second_is_told_and_nobody_else_is(
            Platform platform) throws Exception {
        String alert;
        try (Visitor karin = platform.visitor(Visitor.KARIN);
                Visitor.Stream bell = karin.listen("/inbox/bell?municipality=2380")) {
            bell.awaits("event: ring"); // it listens
            platform.http().post(SOCIAL, Events.report(child, report, "r1"));
            bell.awaits("event: ring");
            alert = alert(platform);
            String page = "/alerts/" + alert;
            assertThat(listed(karin, "OPEN", alert)).isTrue();

            String shown = karin.get(page).body();
            assertThat(shown)
                    .contains(
                            "larmet hänger på:",
                            "Orosanmälan inkommen",
                            "SoL 20:1",
                            "Ingen har gjort något med det än.");
            String taken = act(karin, shown, page, "acknowledge").body();
            assertThat(taken).contains("Larmet är kvitterat.", "Larm kvitterat");
            await().atMost(SOON).until(() -> !listed(karin, "OPEN", alert) && listed(karin, "ACKNOWLEDGED", alert));

            String back = karin.submit(taken, page + "/undo", "event=" + found(UNDO, taken))
                    .body();
            assertThat(back).contains("Det är återtaget, som om det aldrig hade gjorts.");
            await().atMost(SOON).until(() -> listed(karin, "OPEN", alert));
            assertThat(karin.get(page).body()).contains("Ingen har gjort något med det än.");

            try (Visitor samir = platform.visitor(Visitor.SAMIR)) {
                String his = samir.get(page).body();
                assertThat(act(karin, back, page, "close&reason=HANDLED").body())
                        .contains("Larmet är stängt.");
                HttpResponse<String> late = act(samir, his, page, "close&reason=WRONG");
                assertThat(late.statusCode()).isEqualTo(409);
                assertThat(late.body())
                        .contains("Inget har sparats: någon hade redan stängt det.", "Larm stängt: hanterat");
            }
        }
        assertThat(platform.run("ledger", "--child", child.toString(), "--json").out().stream()
                        .map(JsonMapper.shared()::readTree)
                        .map(line -> line.path("recipient").asString() + " "
                                + line.path("ground").asString())
                        .distinct())
                .containsExactly("social-services OWN");
    }

    @Test
    void several_are_taken_on_at_once_and_taken_back(Platform platform) {
        platform.http().post(SOCIAL, Events.report(child, report, "r1"));
        String alert = alert(platform);
        try (Visitor karin = platform.visitor(Visitor.KARIN)) {
            UUID form = UUID.randomUUID();
            String fields = "form=" + form + "&back=municipality%3D2380%26status%3DOPEN&alert=" + alert;
            String inbox = karin.get("/inbox").body();

            String done = karin.submit(inbox, "/inbox/acknowledge", fields).body();
            assertThat(done).contains("1 larm är kvitterat.");
            assertThat(karin.submit(inbox, "/inbox/acknowledge", fields).body())
                    .as("sent twice it is done once")
                    .contains("1 larm är kvitterat.");
            await().atMost(SOON).until(() -> listed(karin, "ACKNOWLEDGED", alert));

            assertThat(karin.submit(done, "/inbox/undo", fields).body()).contains("Kvitteringen är återtagen");
            await().atMost(SOON).until(() -> listed(karin, "OPEN", alert));
            assertThat(karin.get("/alerts/" + alert).body()).contains("Ingen har gjort något med det än.");
        }
    }

    @Test
    void an_open_page_is_told_of_a_recall_that_comes_late(Platform platform) {
        platform.http().post(SOCIAL, Events.report(child, report, "r1"));
        String alert = alert(platform);
        try (Visitor karin = platform.visitor(Visitor.KARIN)) {
            String inbox = found(LOOK, karin.get("/inbox").body()).replace("&amp;", "&");
            String page = found(LOOK, karin.get("/alerts/" + alert).body()).replace("&amp;", "&");
            assertThat(karin.get(page).body()).doesNotContain("Larmet har ändrats");

            platform.http().post(SOCIAL, Events.retraction(child, UUID.randomUUID(), report));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(karin.get(page).body())
                            .contains("Larmet har ändrats medan du hade sidan öppen. Nu: Återtaget"));
            // The alert's own page reads the child, the inbox what was told of it: that follows with the commit.
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(karin.get(inbox).body()).contains("Återtaget:", "/alerts/" + alert));
        }
    }

    private static HttpResponse<String> act(Visitor who, String shown, String page, String act) {
        return who.submit(shown, page + "/acts", "form=" + UUID.randomUUID() + "&act=" + act);
    }

    /** Whether an inbox has it, on whichever of its pages. */
    private static boolean listed(Visitor who, String status, String alert) {
        for (int page = 1; page <= 20; page++) {
            String list = who.get("/inbox?municipality=2380&rule=R01&status=" + status + "&page=" + page)
                    .body();
            if (list.contains("/alerts/" + alert)) {
                return true;
            } else if (!list.contains("rel=\"next\"")) {
                return false;
            }
        }
        return false;
    }

    private String alert(Platform platform) {
        return await()
                .atMost(SOON)
                .until(
                        () -> platform.run("alerts", "--child", child.toString(), "--json")
                                .out(),
                        lines -> lines.stream().anyMatch(line -> line.contains("\"R01\"")))
                .stream()
                .map(JsonMapper.shared()::readTree)
                .filter(line -> line.path("ruleId").asString().equals("R01"))
                .map((JsonNode line) -> line.path("alertId").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
