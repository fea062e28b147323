package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.SignInHere.KARIN;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A form that cannot be taken as it was sent does nothing, and nothing that was typed is lost. */
class KeptFormsTest extends AgainstFakes {
    private static final String NUMBER = "20170101-2385";

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
            assertThat(BEHIND.lastAsked().target()).startsWith("/api/coordination/v1/children/");
            assertThat(sent.statusCode())
                    .as("taken, and nobody knows the child")
                    .isEqualTo(404);
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
}
