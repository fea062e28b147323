package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;
import se.samordna.events.ProtectedIdentity;
import se.samordna.kit.privacy.Identity;
import se.samordna.kit.privacy.Personnummer;
import se.samordna.platform.Access;
import se.samordna.schemas.Topics;
import se.samordna.workplace.identity.FakeVault;
import se.samordna.workplace.identity.Purpose;

/** Who the child is: asked for on its page and on an alert's, said to those who may know it, each time in the log. */
class IdentityPagesTest extends AgainstFakes {
    private static final String KARIN = "5a3e0000-0000-4000-8000-000000000101";
    private static final String SAMIR = "5a3e0000-0000-4000-8000-000000000102";
    private static final String STINA = "5a3e0000-0000-4000-8000-000000000103";
    private static final String BJORN = "5a3e0000-0000-4000-8000-000000000108";
    private static final UUID CHILD = UUID.fromString(Stories.CHILD);
    private static final String ON_CHILD = CHILD_PAGE + "/identity";
    private static final String ON_ALERT = ALERT_PAGE + "/identity";
    private static final String NOTHING = "Det finns ingen uppgift om vem barnet är som kan visas för dig.";
    private static final String PROTECTED = "Identiteten är skyddad. Vem barnet är visas bara för";

    private final FakeKafka kafka = WORKPLACE.part("fakeKafka", FakeKafka.class);
    private final FakeVault vault = WORKPLACE.part("fakeVault", FakeVault.class);

    @BeforeEach
    void nobodyHasToldYet() {
        kafka.isThere();
        vault.isEmpty();
    }

    @AfterEach
    void asItWas() {
        kafka.isAway();
        vault.isEmpty();
    }

    @Test
    void karin_says_what_for_and_the_page_says_who_it_is_and_the_log_that_she_knows() throws Exception {
        told(Agency.SOCIAL_SERVICES, "Alva", ProtectedIdentity.NONE);
        try (Browser karin = signedIn(KARIN)) {
            String before = karin.get(CHILD_PAGE).body();
            HttpResponse<String> answer = ask(karin, ON_CHILD, "purpose=CONTACT_FAMILY&months=36");
            Document page = Jsoup.parse(answer.body());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(page.select("[aria-labelledby=who] dd").eachText())
                    .containsExactly("Alva Exempel", "20140312-2383", "Socialtjänsten i Östersund, 1 juni 2026");
            assertThat(page.select("[aria-labelledby=who] form")).isEmpty();
            assertThat(page.select("[aria-current=true]").text()).isEqualTo("36 månader");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().map().toString()).doesNotContain("Alva", "2383");
            assertThat(before + karin.get(CHILD_PAGE).body())
                    .doesNotContain("Alva")
                    .contains("Visa vem barnet är");
        }
        assertThat(log()).containsExactly(tuple(KARIN, "coordinator", "CONTACT_FAMILY", "IDENTITY", "GRANTED", CHILD));
    }

    @Test
    void the_alerts_page_says_it_too_of_the_alerts_own_child() throws Exception {
        told(Agency.SOCIAL_SERVICES, "Alva", ProtectedIdentity.NONE);
        try (Browser samir = signedIn(SAMIR)) {
            String other = "&childId=" + UUID.randomUUID();
            Document page = Jsoup.parse(ask(samir, ON_ALERT, "purpose=FIND_CASE&municipality=2380" + other)
                    .body());

            assertThat(page.select("[aria-labelledby=who] dd.name").text()).isEqualTo("Alva Exempel");
            assertThat(page.select("h1").text()).isEqualTo("En orosanmälan väntar på omedelbar skyddsbedömning.");
        }
        assertThat(log()).containsExactly(tuple(SAMIR, "case-worker", "FIND_CASE", "IDENTITY", "GRANTED", CHILD));
    }

    @Test
    void where_the_log_is_away_nothing_is_said_not_even_that_there_is_nothing() throws Exception {
        kafka.isAway();
        try (Browser karin = signedIn(KARIN)) {
            String nobody = without(ask(karin, ON_CHILD, "purpose=FIND_CASE"));
            told(Agency.SOCIAL_SERVICES, "Alva", ProtectedIdentity.NONE);
            HttpResponse<String> answer = ask(karin, ON_CHILD, "purpose=FIND_CASE");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .contains("Åtkomstloggen går inte att skriva")
                    .doesNotContain("Alva", "2383");
            assertThat(without(answer)).isEqualTo(nobody);
        }
    }

    @Test
    void an_agency_is_told_nothing_of_what_another_has_told_not_even_that_it_has() throws Exception {
        try (Browser stina = signedIn(STINA)) {
            HttpResponse<String> nobody = ask(stina, ON_CHILD, "purpose=FIND_CASE");
            told(Agency.SOCIAL_SERVICES, "Alva", ProtectedIdentity.NONE);
            told(Agency.REGION, "Alva", ProtectedIdentity.SECRECY_MARKED);
            HttpResponse<String> others = ask(stina, ON_CHILD, "purpose=FIND_CASE");

            assertThat(nobody.statusCode()).isEqualTo(200);
            assertThat(nobody.body()).contains(NOTHING);
            assertThat(without(others)).isEqualTo(without(nobody));

            vault.isEmpty();
            told(Agency.SCHOOL, "Alva", ProtectedIdentity.NONE);
            assertThat(ask(stina, ON_CHILD, "purpose=FIND_CASE").body()).contains("Alva Exempel");
        }
        assertThat(log()).extracting(one -> one.toList().get(4)).containsExactly("ABSENT", "ABSENT", "GRANTED");
    }

    @Test
    void each_sees_their_own_authoritys_and_the_social_services_those_whose_events_they_see() throws Exception {
        told(Agency.SCHOOL, "Skolans", ProtectedIdentity.NONE);
        assertThat(named(KARIN)).isEqualTo("Skolans Exempel");
        assertThat(named(STINA)).isEqualTo("Skolans Exempel");
        assertThat(named(BJORN)).isEmpty();

        BEHIND.says(CHILD_API + "/timeline", Stories.TIMELINE.replace("\"SCHOOL\"", "\"REGION\""));
        assertThat(named(KARIN)).isEmpty();

        told(Agency.REGION, "Regionens", ProtectedIdentity.NONE);
        assertThat(named(BJORN)).isEqualTo("Regionens Exempel");
        assertThat(named(KARIN)).isEqualTo("Regionens Exempel");
    }

    @Test
    void of_several_the_newest_is_shown() throws Exception {
        told(Agency.POLICE, "Polisens", ProtectedIdentity.NONE);
        vault.holds(
                CHILD,
                "2380",
                Agency.SOCIAL_SERVICES,
                identity("Nyare", ProtectedIdentity.NONE),
                "2026-06-02T09:00:00Z");

        assertThat(named(KARIN)).isEqualTo("Nyare Exempel");
    }

    @Test
    void a_protected_identity_is_for_the_social_services_with_an_open_case_and_marked() throws Exception {
        told(Agency.SOCIAL_SERVICES, "Siv", ProtectedIdentity.PROTECTED_REGISTRATION);
        told(Agency.SCHOOL, "Siv", ProtectedIdentity.NONE);
        try (Browser karin = signedIn(KARIN);
                Browser stina = signedIn(STINA)) {
            Document page =
                    Jsoup.parse(ask(karin, ON_CHILD, "purpose=PROTECT_CHILD").body());
            assertThat(page.select("[aria-labelledby=who] .note.bad").text()).startsWith("Identiteten är skyddad");
            assertThat(page.select("dd.name").text()).isEqualTo("Siv Exempel");
            // That another authority has it as protected is not the school's to know.
            assertThat(ask(stina, ON_CHILD, "purpose=FIND_CASE").body())
                    .contains(NOTHING)
                    .doesNotContain("Siv", "kyddad");

            BEHIND.says(CHILD_API, Stories.CHILD_ANSWER.replace("\"NONE\"", "\"SECRECY_MARKED\""));
            assertThat(ask(stina, ON_CHILD, "purpose=FIND_CASE").body())
                    .contains(PROTECTED)
                    .doesNotContain("Siv");

            BEHIND.says(
                    CHILD_API + "/timeline", Stories.TIMELINE.replace("InvestigationOpened", "InvestigationClosed"));
            assertThat(ask(karin, ON_CHILD, "purpose=FIND_CASE").body())
                    .contains(PROTECTED)
                    .doesNotContain("Siv Exempel");
        }
        assertThat(log())
                .extracting(one -> one.toList().get(4))
                .containsExactly("GRANTED", "DENIED", "DENIED", "DENIED");
    }

    @Test
    void whom_coordination_does_not_show_the_child_is_told_nothing_of_who_it_is() throws Exception {
        told(Agency.SCHOOL, "Alva", ProtectedIdentity.NONE);
        BEHIND.says(CHILD_API, FakeBehind.json(403, "{\"code\":\"no-ground\"}"));
        try (Browser stina = signedIn(STINA)) {
            HttpResponse<String> onChild = ask(stina, ON_CHILD, "purpose=FIND_CASE");
            HttpResponse<String> onAlert = ask(stina, ON_ALERT, "purpose=FIND_CASE&municipality=2380");

            assertThat(onChild.statusCode()).isEqualTo(403);
            assertThat(onAlert.statusCode()).isEqualTo(200);
            assertThat(onAlert.body()).contains(NOTHING);
            assertThat(onChild.body() + onAlert.body()).doesNotContain("Alva");
        }
        assertThat(log()).containsExactly(tuple(STINA, "contact", "FIND_CASE", "IDENTITY", "DENIED", CHILD));
    }

    @Test
    void without_a_purpose_without_the_forms_token_or_before_the_vault_is_read_nothing_is_said() throws Exception {
        told(Agency.SOCIAL_SERVICES, "Alva", ProtectedIdentity.NONE);
        try (Browser karin = signedIn(KARIN)) {
            for (String none : List.of("", "purpose=", "purpose=CURIOUS")) {
                HttpResponse<String> answer = ask(karin, ON_CHILD, none);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body())
                        .contains("Välj vad du behöver det för.")
                        .doesNotContain("Alva");
            }
            HttpResponse<String> forged = karin.post(karin.at(ON_CHILD), List.of("purpose", "FIND_CASE"));
            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(forged.body()).doesNotContain("Alva");
            assertThat(karin.get(ON_CHILD + "?purpose=FIND_CASE").headers().firstValue("Location"))
                    .contains(CHILD_PAGE);
            assertThat(karin.get(ON_ALERT).headers().firstValue("Location")).contains(ALERT_PAGE);

            vault.isStillRead();
            HttpResponse<String> early = ask(karin, ON_CHILD, "purpose=FIND_CASE");
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.body()).contains("Att inget visas betyder inte att inget finns.");
        }
        assertThat(log()).isEmpty();
    }

    @Test
    void the_form_offers_every_purpose_and_no_field_to_write_in() throws Exception {
        for (String path : List.of(CHILD_PAGE, ALERT_PAGE)) {
            Document page = WORKPLACE.page(path);
            assertThat(page.select("[aria-labelledby=who] input[name=purpose]").eachAttr("value"))
                    .isEqualTo(Arrays.stream(Purpose.values()).map(Enum::name).toList());
            assertThat(page.select("[aria-labelledby=who] input:not([type=radio]):not([type=hidden])"))
                    .isEmpty();
        }
    }

    private void told(Agency agency, String given, ProtectedIdentity protection) {
        vault.holds(CHILD, "2380", agency, identity(given, protection), "2026-06-01T09:00:00Z");
    }

    private static Identity identity(String given, ProtectedIdentity protection) {
        Personnummer number =
                Personnummer.parse("201403122383", LocalDate.of(2026, 6, 1)).orElseThrow();
        return new Identity(number, given, "Exempel", protection);
    }

    private String named(String person) throws Exception {
        try (Browser browser = signedIn(person)) {
            return Jsoup.parse(ask(browser, ON_CHILD, "purpose=FIND_CASE").body())
                    .select("dd.name")
                    .text();
        }
    }

    private static Browser signedIn(String person) throws Exception {
        Browser browser = WORKPLACE.stranger();
        browser.signIn(person, "/rules");
        return browser;
    }

    private static HttpResponse<String> ask(Browser browser, String path, String fields) throws Exception {
        List<String> all = new ArrayList<>();
        for (String field : fields.split("&", -1)) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                all.addAll(List.of(parts));
            }
        }
        all.addAll(List.of("_csrf", browser.formToken()));
        return browser.post(browser.at(path), all);
    }

    /** A page without what differs from one showing to the next. */
    private static String without(HttpResponse<String> answer) {
        return answer.statusCode()
                + answer.body()
                        .replaceAll("(name=\"_csrf\" value=|X-CSRF-TOKEN&quot;:&quot;)[^>}]+", "")
                        .replaceAll("hx-headers=\"[^\"]*\"", "");
    }

    private List<Tuple> log() {
        assertThat(kafka.published()).allMatch(record -> record.topic().equals(Topics.ACCESS_LOG));
        return kafka.published().stream()
                .map(record -> (Access) record.value())
                .map(access -> tuple(
                        access.getWho(),
                        access.getRole(),
                        access.getPurpose(),
                        access.getWhat(),
                        access.getResult(),
                        access.getChildId()))
                .toList();
    }
}
