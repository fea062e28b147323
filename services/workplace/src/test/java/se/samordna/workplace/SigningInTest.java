package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.SignInHere.KARIN;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Someone signs in at the real provider and is where they meant to be; a refresh, a stream and an API are not led there. */
class SigningInTest extends AgainstFakes {

    @Test
    void karin_comes_by_a_link_signs_in_and_is_where_she_meant_to_be_and_nowhere_else() throws Exception {
        try (Browser karin = WORKPLACE.stranger()) {
            HttpResponse<String> page = karin.signIn(KARIN, "/inbox?municipality=2380&status=ALL");

            assertThat(page.uri()).isEqualTo(karin.at("/inbox?municipality=2380&status=ALL"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(Jsoup.parse(page.body()).select(".who p").text())
                    .isEqualTo("Karin Exempel samordnare, Östersund");
            assertThat(BEHIND.lastAsked().header("authorization")).startsWith("Bearer ey");
            assertThat(BEHIND.lastAsked().target()).doesNotContain("as=");
            BEHIND.asked.clear();
            assertThat(karin.get("/municipalities/1490").headers().firstValue("Location"))
                    .contains("/municipalities/1490/plan");
            assertThat(BEHIND.asked).isEmpty();
        }
    }

    @Test
    void without_a_page_in_mind_each_begins_at_their_own() throws Exception {
        try (Browser karin = WORKPLACE.stranger()) {
            karin.signIn(KARIN, "/");
            assertThat(karin.get("/start").headers().firstValue("Location").orElseThrow())
                    .isIn("/inbox", "/municipalities/2380");
        }
        try (Browser lars = WORKPLACE.stranger()) {
            lars.signIn("5a3e0000-0000-4000-8000-000000000105", "/");
            assertThat(lars.get("/start").headers().firstValue("Location")).contains("/municipalities/2380/plan");
        }
    }

    @Test
    void a_contact_asks_as_their_own_agency() throws Exception {
        try (Browser stina = WORKPLACE.stranger()) {
            stina.signIn(SignInHere.SCHOOL, "/");
            stina.get(CHILD_PAGE);

            assertThat(BEHIND.asked)
                    .isNotEmpty()
                    .allMatch(asked -> asked.target().endsWith("as=school"));
        }
    }

    @Test
    void a_list_that_refreshes_itself_is_told_to_load_whole_and_a_stream_to_end() throws Exception {
        try (Browser stranger = WORKPLACE.stranger()) {
            HttpResponse<String> list = stranger.get("/inbox?municipality=2380", "HX-Request", "true");
            HttpResponse<String> stream = stranger.get("/inbox/bell?municipality=2380", "Accept", "text/event-stream");

            assertThat(list.statusCode()).isEqualTo(401);
            assertThat(list.headers().firstValue("HX-Refresh")).contains("true");
            assertThat(stream.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void an_api_gets_no_session_no_redirect_and_needs_no_form_token() throws Exception {
        BEHIND.says("/api/schools/v1/events", FakeBehind.json(202, "{}"));
        try (Browser stranger = WORKPLACE.stranger()) {
            HttpResponse<String> posted = stranger.send(HttpRequest.newBuilder(stranger.at("/api/schools/v1/events"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build());
            HttpResponse<String> health = stranger.get("/actuator/health/liveness");

            assertThat(posted.statusCode()).isEqualTo(202);
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(posted.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(health.headers().allValues("Set-Cookie")).isEmpty();
        }
    }
}
