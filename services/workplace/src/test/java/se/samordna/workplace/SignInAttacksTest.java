package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.SignInHere.KARIN;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those meet who would be someone else by signing in, or lead them to another site as they do. */
class SignInAttacksTest extends AgainstFakes {

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
    void there_is_no_way_to_a_provider_that_is_not_ours_and_asking_for_it_is_no_failure() throws Exception {
        try (Browser karin = WORKPLACE.stranger()) {
            karin.signIn(SignInHere.KARIN, "/");

            assertThat(karin.get("/oauth2/authorization/other").statusCode()).isEqualTo(404);
        }
        try (Browser stranger = WORKPLACE.stranger()) {
            assertThat(stranger.get("/oauth2/authorization/other").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/oauth2/authorization/samordna"));
        }
    }
}
