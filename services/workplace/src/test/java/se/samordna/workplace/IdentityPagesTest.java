package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.samordna.workplace.SignInHere.KARIN;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;
import se.samordna.events.ProtectedIdentity;
import se.samordna.workplace.identity.Purpose;

/** Who the child is: asked for on its page and on an alert's, for a purpose, and said once that is in the log. */
class IdentityPagesTest extends AskingWhoItIs {
    private static final String SAMIR = "5a3e0000-0000-4000-8000-000000000102";

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
            assertThat(page.select("[aria-current=true]").text()).isEqualTo("3 år");
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
}
