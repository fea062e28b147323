package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.SignInHere.KARIN;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Someone signs out: here and at the provider, by their own will alone. */
class SigningOutTest extends AgainstFakes {

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
}
