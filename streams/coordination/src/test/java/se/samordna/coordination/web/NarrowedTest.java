package se.samordna.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samordna.access.Area;
import se.samordna.coordination.running.AlertIndex;

/** What a list of alerts is asked for, in the words of the index. */
class NarrowedTest {

    private static final Instant NOW = Instant.parse("2026-03-06T12:00:00Z");

    @Test
    void what_is_due_within_a_week_begins_now_where_what_is_late_is_hidden() {
        AlertIndex.Wanted wanted = wanted(7, "hidden");

        assertThat(wanted.dueAfter()).contains(NOW);
        assertThat(wanted.dueBy()).contains(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void and_has_no_beginning_where_it_is_shown_and_no_end_where_none_was_asked_for() {
        assertThat(wanted(7, "shown").dueAfter()).isEmpty();
        assertThat(wanted(7, "shown").dueBy()).contains(NOW.plus(Duration.ofDays(7)));
        assertThat(wanted(-1, "shown").dueBy()).isEmpty();
    }

    @Test
    void a_wrong_word_is_said_by_its_field_and_nothing_else() {
        List<String> wrong = new ArrayList<>();

        new Narrowed(Set.of("NEW"), "", "any", 0, 3, "perhaps", "", "all").judge(wrong);

        assertThat(wrong).containsExactly("status", "kind", "late");
    }

    private static AlertIndex.Wanted wanted(int dueWithin, String late) {
        return new Narrowed(Set.of(), "", "all", 0, dueWithin, late, "", "all")
                .wanted("social-services", new Area("2380"), NOW, Optional.empty(), Set.of());
    }
}
