package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone signs in at the real provider, works, and signs out; and what those who would be someone else meet. */
class SigningInTest extends AgainstFakes {
    private static final String KARIN = "5a3e0000-0000-4000-8000-000000000101";
    private static final String STINA = "5a3e0000-0000-4000-8000-000000000103";
    private static final String NUMBER = "20170101-2385";

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
            stina.signIn(STINA, "/");
            stina.get(CHILD_PAGE);

            assertThat(BEHIND.asked)
                    .isNotEmpty()
                    .allMatch(asked -> asked.target().endsWith("as=school"));
        }
    }

    @Test
    void the_session_changes_its_name_when_someone_signs_in_and_scripts_cannot_read_it() throws Exception {
        try (Browser karin = WORKPLACE.stranger()) {
            HttpResponse<String> first = karin.get("/search");
            String before = karin.cookie("samordna").getValue();
            karin.choose(KARIN, karin.followed(first));

            assertThat(karin.cookie("samordna").getValue()).isNotEqualTo(before);
            assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure");
            try (Browser thief = WORKPLACE.stranger()) {
                assertThat(thief.get("/search", "Cookie", "samordna=" + before).statusCode())
                        .isEqualTo(302);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login/oauth2/code/samordna?code=stolen&state=forged",
                "/login/oauth2/code/samordna?error=access_denied&state=forged",
                "/login/oauth2/code/samordna",
                "/login/oauth2/code/other?code=x&state=y"
            })
    void an_answer_of_the_provider_that_was_not_asked_for_signs_nobody_in(String forged) throws Exception {
        try (Browser stranger = WORKPLACE.stranger()) {
            stranger.get("/search");
            HttpResponse<String> answer = stranger.get(forged);

            assertThat(answer.statusCode()).isIn(302, 401);
            assertThat(answer.body()).doesNotContain("forged").doesNotContain("Exception");
            assertThat(stranger.get("/search").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void one_persons_answer_of_the_provider_is_of_no_use_to_another_browser() throws Exception {
        try (Browser karin = WORKPLACE.stranger();
                Browser thief = WORKPLACE.stranger()) {
            Document choice = Jsoup.parse(karin.followed(karin.get("/search")).body());
            HttpResponse<String> chosen = karin.post(
                    SignInHere.ISSUER.resolve("/sign-in"),
                    List.of(
                            "person",
                            KARIN,
                            "_csrf",
                            choice.expectFirst("input[name=_csrf]").val()));
            HttpResponse<String> issued =
                    karin.get(URI.create(chosen.headers().firstValue("Location").orElseThrow()));
            URI answer = URI.create(issued.headers().firstValue("Location").orElseThrow());
            assertThat(answer.getPath()).isEqualTo("/login/oauth2/code/samordna");

            thief.get("/search");
            assertThat(thief.get(answer).statusCode()).isEqualTo(401);
            assertThat(thief.get("/search").statusCode()).isEqualTo(302);
            assertThat(karin.followed(karin.get(answer)).statusCode()).isEqualTo(200);
            assertThat(karin.get(answer).statusCode()).as("a second time").isNotEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/\\evil.example",
                "/?next=https://evil.example",
                "/start?continue=https://evil.example",
                "/rules;x=//evil.example"
            })
    void nobody_is_led_to_another_site_by_signing_in(String path) throws Exception {
        HttpResponse<String> page;
        try (Browser karin = WORKPLACE.stranger()) {
            HttpRequest asked = HttpRequest.newBuilder(
                            URI.create(karin.at("/") + path.substring(1).replace("\\", "%5C")))
                    .build();
            HttpResponse<String> first = karin.send(asked);
            page = first.statusCode() == 302 ? karin.choose(KARIN, karin.followed(first)) : first;

            assertThat(page.uri().getAuthority()).isEqualTo(karin.at("/").getAuthority());
        }
    }

    @Test
    void a_form_without_its_token_does_nothing_and_is_shown_again_with_what_was_typed() throws Exception {
        try (Browser karin = WORKPLACE.stranger()) {
            karin.signIn(KARIN, "/");
            HttpResponse<String> answer = karin.post(karin.at("/search"), List.of("personnummer", NUMBER));
            Document again = Jsoup.parse(answer.body());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(again.select("main h1").text()).isEqualTo("Skicka igen?");
            assertThat(again.expectFirst("main form").attr("action")).isEqualTo("/search");
            assertThat(again.expectFirst("main input[name=personnummer]").val()).isEqualTo(NUMBER);
            HttpResponse<String> sent = karin.post(
                    karin.at("/search"),
                    List.of(
                            "personnummer",
                            NUMBER,
                            "_csrf",
                            again.expectFirst("main input[name=_csrf]").val()));
            assertThat(sent.statusCode()).isEqualTo(303);
        }
    }

    @Test
    void what_was_typed_while_the_sign_in_ended_is_there_again_after_signing_in() throws Exception {
        try (Browser karin = WORKPLACE.stranger()) {
            HttpResponse<String> ended = karin.post(
                    karin.at("/search"), List.of("personnummer", NUMBER, "_csrf", "of-the-session-that-was"));
            Document kept = Jsoup.parse(ended.body());
            assertThat(ended.statusCode()).isEqualTo(401);
            assertThat(kept.select("main h1").text()).isEqualTo("Du är inte längre inloggad");
            assertThat(kept.select("main a[target=_blank]").attr("href")).isEqualTo("/start");
            assertThat(kept.expectFirst("main input[name=personnummer]").val()).isEqualTo(NUMBER);

            karin.signIn(KARIN, "/start");
            Document asked = Jsoup.parse(karin.post(karin.at("/search"), List.of("personnummer", NUMBER))
                    .body());
            assertThat(asked.expectFirst("main input[name=personnummer]").val()).isEqualTo(NUMBER);
        }
    }

    @Test
    void signing_out_ends_it_here_and_at_the_provider_and_says_so() throws Exception {
        try (Browser karin = WORKPLACE.stranger()) {
            karin.signIn(KARIN, "/");
            String session = karin.cookie("samordna").getValue();
            HttpResponse<String> out = karin.post(karin.at("/sign-out"), List.of("_csrf", karin.formToken()));
            String next = out.headers().firstValue("Refresh").orElseThrow().replace("0; url=", "");
            assertThat(out.statusCode()).isEqualTo(200);
            assertThat(next).startsWith(SignInHere.ISSUER + "/connect/logout?id_token_hint=");
            assertThat(Jsoup.parse(out.body()).select("main a").attr("href")).isEqualTo(next);

            HttpResponse<String> done = karin.followed(karin.get(URI.create(next)));
            assertThat(done.uri()).isEqualTo(karin.at("/signed-out"));
            assertThat(Jsoup.parse(done.body()).select("h1").text()).isEqualTo("Du är utloggad");
            assertThat(Jsoup.parse(done.body()).select(".who")).isEmpty();

            assertThat(karin.followed(karin.get("/search")).uri().getPath()).isEqualTo("/sign-in");
            try (Browser thief = WORKPLACE.stranger()) {
                assertThat(thief.get("/search", "Cookie", "samordna=" + session).statusCode())
                        .isEqualTo(302);
            }
        }
    }

    @Test
    void nobody_is_signed_out_by_a_link_or_by_another_site() throws Exception {
        try (Browser karin = WORKPLACE.stranger()) {
            karin.signIn(KARIN, "/");
            karin.get("/sign-out");
            karin.post(karin.at("/sign-out"), List.of());
            assertThat(karin.send(HttpRequest.newBuilder(karin.at("/sign-out"))
                                    .header("Origin", "https://evil.example")
                                    .POST(BodyPublishers.noBody())
                                    .build())
                            .statusCode())
                    .isEqualTo(403);

            assertThat(karin.get("/search").statusCode()).isEqualTo(200);
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
