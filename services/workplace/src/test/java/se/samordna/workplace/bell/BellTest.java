package se.samordna.workplace.bell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.access.Area;
import se.samordna.events.Agency;

/** Open pages of Östersund and Sjöbo, of a school and the social services: who hears what. */
class BellTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Bell.Of OSTERSUND = new Bell.Of(Agency.SOCIAL_SERVICES, new Area("2380"));
    private static final Bell.Of SJOBO = new Bell.Of(Agency.SOCIAL_SERVICES, new Area("1265"));
    private static final Bell.Of SCHOOL = new Bell.Of(Agency.SCHOOL, new Area("2380"));

    private final Bell bell =
            new Bell(new BellSettings(NONE, Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofMinutes(1), 4, 2));

    @Test
    void a_page_hears_of_its_own_agency_and_municipality_once_for_all_that_came_and_of_nothing_else() throws Exception {
        bell.start();
        Bell.Listener here = bell.listen(OSTERSUND, "karin").orElseThrow();
        Bell.Listener there = bell.listen(SJOBO, "sven").orElseThrow();
        Bell.Listener school = bell.listen(SCHOOL, "stina").orElseThrow();

        bell.ring(Agency.SOCIAL_SERVICES, Optional.of("2380"));
        bell.ring(Agency.SOCIAL_SERVICES, Optional.of("2380"));

        assertThat(List.of(here.hears(NONE), there.hears(NONE), school.hears(NONE)))
                .containsExactly(true, false, false);
        assertThat(here.hears(NONE)).as("both were one").isFalse();

        bell.ring(Agency.SOCIAL_SERVICES, Optional.empty());
        assertThat(List.of(here.hears(NONE), there.hears(NONE), school.hears(NONE)))
                .containsExactly(true, true, false);
    }

    @Test
    void a_page_of_a_county_hears_of_all_its_municipalities_and_of_no_other() throws Exception {
        bell.start();
        Bell.Listener county = bell.listen(new Bell.Of(Agency.SOCIAL_SERVICES, new Area("23")), "kim")
                .orElseThrow();

        bell.ring(Agency.SOCIAL_SERVICES, Optional.of("1265"));
        bell.ring(Agency.SCHOOL, Optional.of("2380"));
        assertThat(county.hears(NONE)).isFalse();

        bell.ring(Agency.SOCIAL_SERVICES, Optional.of("2313"));
        assertThat(county.hears(NONE)).isTrue();
        bell.ring(Agency.SOCIAL_SERVICES, Optional.of("2380"));
        assertThat(county.hears(NONE)).isTrue();
    }

    @Test
    void there_is_room_for_so_many_and_a_page_that_goes_makes_room() {
        bell.start();
        Bell.Listener first = bell.listen(OSTERSUND, "karin").orElseThrow();
        assertThat(bell.listen(OSTERSUND, "karin")).isPresent();
        assertThat(bell.listen(SJOBO, "sven")).isPresent();
        assertThat(bell.listen(SCHOOL, "stina")).isPresent();
        assertThat(bell.listen(SCHOOL, "maj")).isEmpty();

        first.close();

        assertThat(bell.listen(SCHOOL, "maj")).isPresent();
    }

    @Test
    void of_one_who_opens_more_pages_than_there_is_room_for_the_oldest_is_let_go_and_nobody_elses() {
        bell.start();
        Bell.Listener svens = bell.listen(SJOBO, "sven").orElseThrow();
        Bell.Listener first = bell.listen(OSTERSUND, "karin").orElseThrow();
        Bell.Listener second = bell.listen(OSTERSUND, "karin").orElseThrow();

        Bell.Listener third = bell.listen(OSTERSUND, "karin").orElseThrow();

        assertThat(List.of(svens.open(), first.open(), second.open(), third.open()))
                .containsExactly(true, false, true, true);
    }

    @Test
    void the_end_of_the_app_lets_every_page_go_and_takes_no_more() throws Exception {
        assertThat(bell.listen(OSTERSUND, "karin")).as("not begun yet").isEmpty();
        bell.start();
        Bell.Listener page = bell.listen(OSTERSUND, "karin").orElseThrow();

        bell.stop();

        assertThat(page.open()).isFalse();
        assertThat(page.hears(Duration.ofSeconds(5)))
                .as("woken, and told nothing")
                .isFalse();
        assertThat(bell.heard()).isFalse();
        assertThat(bell.listen(OSTERSUND, "karin")).isEmpty();
    }
}
