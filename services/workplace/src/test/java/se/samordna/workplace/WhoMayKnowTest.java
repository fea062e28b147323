package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.samordna.workplace.SignInHere.KARIN;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;
import se.samordna.events.ProtectedIdentity;

/** To whom it is said who the child is: by what their own authority knows, and what is protected. */
class WhoMayKnowTest extends AskingWhoItIs {
    private static final String STINA = SignInHere.SCHOOL;
    private static final String BJORN = "5a3e0000-0000-4000-8000-000000000108";
    private static final String NOTHING = "Det finns ingen uppgift om vem barnet är som kan visas för dig.";
    private static final String PROTECTED = "Identiteten är skyddad. Vem barnet är visas bara för";

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

    private String named(String person) throws Exception {
        try (Browser browser = signedIn(person)) {
            return Jsoup.parse(ask(browser, ON_CHILD, "purpose=FIND_CASE").body())
                    .select("dd.name")
                    .text();
        }
    }
}
