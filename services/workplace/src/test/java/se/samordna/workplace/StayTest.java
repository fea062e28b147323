package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** How long one stays signed in, told by a clock that the test turns. */
class StayTest {
    private static final String KARIN = "5a3e0000-0000-4000-8000-000000000101";
    private static final Instant EIGHT = Instant.parse("2026-06-22T06:00:00Z");

    /** Stands still until it is turned. */
    private static final class TurnedClock extends Clock {
        private volatile Instant now = EIGHT;

        void after(Duration later) {
            now = now.plus(later);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final TurnedClock clock = new TurnedClock();

    @Test
    void half_an_hour_without_a_touch_ends_it_and_signing_in_again_leads_back_to_where_one_was() throws Exception {
        try (var behind = new FakeBehind();
                var workplace = workplace(behind.address());
                Browser karin = workplace.stranger()) {
            karin.signIn(KARIN, "/search");
            clock.after(Duration.ofMinutes(29));
            assertThat(karin.get("/search").statusCode()).isEqualTo(200);
            clock.after(Duration.ofMinutes(29));
            assertThat(karin.get("/search").statusCode()).isEqualTo(200);

            clock.after(Duration.ofMinutes(30));
            HttpResponse<String> ended = karin.get("/municipalities/2380/plan?period=2025");
            assertThat(ended.statusCode()).isEqualTo(302);
            assertThat(karin.followed(ended).uri().getPath())
                    .as("the provider has not forgotten her")
                    .isEqualTo("/municipalities/2380/plan");
            assertThat(karin.get("/search").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_list_that_refreshes_itself_keeps_nobody_signed_in() throws Exception {
        try (var behind = new FakeBehind();
                var workplace = workplace(behind.address());
                Browser karin = workplace.stranger()) {
            karin.signIn(KARIN, "/search");
            for (int minute = 0; minute < 29; minute++) {
                clock.after(Duration.ofMinutes(1));
                assertThat(karin.get("/search", "HX-Request", "true").statusCode())
                        .isEqualTo(200);
            }
            clock.after(Duration.ofMinutes(1));

            HttpResponse<String> over = karin.get("/search", "HX-Request", "true");
            assertThat(over.statusCode()).isEqualTo(401);
            assertThat(over.headers().firstValue("HX-Refresh")).contains("true");
        }
    }

    @Test
    void a_working_day_ends_it_whatever_one_does_and_what_was_typed_is_not_lost() throws Exception {
        try (var behind = new FakeBehind();
                var workplace = workplace(behind.address());
                Browser karin = workplace.stranger()) {
            karin.signIn(KARIN, "/search");
            String token = karin.formToken();
            for (int hour = 0; hour < 39; hour++) {
                clock.after(Duration.ofMinutes(15));
                assertThat(karin.get("/search").statusCode()).isEqualTo(200);
            }
            clock.after(Duration.ofMinutes(15));

            HttpResponse<String> over =
                    karin.post(karin.at("/search"), List.of("personnummer", "20170101-2385", "_csrf", token));
            assertThat(over.statusCode()).isEqualTo(401);
            assertThat(Jsoup.parse(over.body())
                            .expectFirst("main input[name=personnummer]")
                            .val())
                    .isEqualTo("20170101-2385");
            assertThat(karin.get("/search").statusCode()).isEqualTo(302);
        }
    }

    private Workplace workplace(URI behind) {
        String[] signIn = SignInHere.settings();
        return new Workplace(
                app -> app.getBeanFactory().registerSingleton("signInClock", clock), behind, signIn[0], signIn[1]);
    }
}
