package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The token that questions are asked with, while its sign-in lasts and when the provider has other thoughts. */
class FreshTokenTest {
    private static final String KARIN = "5a3e0000-0000-4000-8000-000000000101";
    private static final String PLAN = "/municipalities/2380/plan";

    private final int port = SignInHere.free();
    private final int workplacePort = SignInHere.free();

    @Test
    void it_is_refreshed_before_it_ends_and_signing_out_still_ends_all() throws Exception {
        try (var behind = new FakeBehind();
                var provider = provider();
                var workplace = workplace(behind.address());
                Browser karin = workplace.stranger()) {
            karin.signIn(KARIN, PLAN);
            String first = behind.lastAsked().header("authorization");
            karin.get(PLAN);
            String second = behind.lastAsked().header("authorization");

            assertThat(first).startsWith("Bearer ");
            assertThat(second).startsWith("Bearer ").isNotEqualTo(first);
            assertThat(Jsoup.parse(karin.get("/").body()).select(".who strong").text())
                    .isEqualTo("Karin Exempel");
            HttpResponse<String> out = karin.post(karin.at("/sign-out"), List.of("_csrf", karin.formToken()));
            URI end =
                    URI.create(out.headers().firstValue("Refresh").orElseThrow().replace("0; url=", ""));
            assertThat(karin.followed(karin.get(end)).uri().getPath()).isEqualTo("/signed-out");
            assertThat(provider.isRunning()).isTrue();
        }
    }

    @Test
    void a_provider_that_is_away_ends_nothing_while_the_token_holds_and_one_that_has_forgotten_does() throws Exception {
        try (var behind = new FakeBehind();
                var workplace = workplace(behind.address());
                Browser karin = workplace.stranger()) {
            try (var provider = provider()) {
                karin.signIn(KARIN, PLAN);
                assertThat(provider.isRunning()).isTrue();
            }
            behind.asked.clear();
            karin.get(PLAN);
            assertThat(behind.asked).isNotEmpty().allMatch(asked -> asked.has("authorization"));

            try (var another = provider()) {
                behind.asked.clear();
                HttpResponse<String> ended = karin.get(PLAN);
                assertThat(ended.headers().firstValue("Location")).contains(PLAN);
                assertThat(behind.asked).isEmpty();
                HttpResponse<String> choice = karin.followed(ended);
                assertThat(choice.uri().getPath()).isEqualTo("/sign-in");
                assertThat(karin.choose(KARIN, choice).uri().getPath()).isEqualTo(PLAN);
                assertThat(another.isRunning()).isTrue();
            }
        }
    }

    @Test
    void while_the_provider_is_away_nobody_new_comes_in_and_the_apis_answer() throws Exception {
        try (var behind = new FakeBehind();
                var workplace = workplace(behind.address());
                Browser stranger = workplace.stranger()) {
            behind.says("/api/schools/v1/events", "{}");

            HttpResponse<String> page = stranger.get(PLAN);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(Jsoup.parse(page.body()).select("h1").text()).isEqualTo("Tjänsten svarar inte just nu");
            assertThat(stranger.get("/api/schools/v1/events").statusCode()).isEqualTo(200);
            try (var provider = provider()) {
                assertThat(stranger.signIn(KARIN, PLAN).uri().getPath()).isEqualTo(PLAN);
                assertThat(provider.isRunning()).isTrue();
            }
        }
    }

    /** Its tokens end within the minute before which they are refreshed: every page does. */
    private ConfigurableApplicationContext provider() {
        return SignInHere.start(port, workplacePort, "samordna.provider.access-token=30s");
    }

    private Workplace workplace(URI behind) {
        return new Workplace(
                behind,
                "server.port=" + workplacePort,
                "samordna.sign-in.issuer=http://127.0.0.1:" + port,
                "samordna.sign-in.secret=" + SignInHere.SECRET);
    }
}
