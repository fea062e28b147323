package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One pupil under two ids in the spring of 2026, of whom it is learnt in August, when the days are forgotten. */
class JoinedRunsTest {

    private final Story older = new Story();
    private final Story newer = new Story();

    @Test
    void runs_of_absence_that_overlap_are_one_from_the_first_to_the_last_and_only_grow_worse() {
        older.attends("2026-01-12", "2026-02-13", 60);
        older.attends("2026-02-16", "2026-04-17", 0);
        newer.attends("2026-02-02", "2026-02-20", 180);
        newer.attends("2026-02-23", "2026-04-17", 0);
        Run first = only(older);
        Run second = only(newer);
        assertThat(second.from()).isBetween(first.from(), first.to());

        List<Run> all = JoinedRuns.of(List.of(newer.child(), older.child()), newer.now())
                .runs();

        assertThat(all).hasSize(1);
        Run joined = all.getFirst();
        assertThat(joined.from()).isEqualTo(first.from());
        assertThat(joined.anchor()).isEqualTo(first.anchor());
        assertThat(joined.to()).isEqualTo(first.to().isAfter(second.to()) ? first.to() : second.to());
        assertThat(joined.levels())
                .extracting(Step::level)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(3);
        assertThat(joined.levels()).isSubsetOf(all(first, second));
    }

    @Test
    void runs_that_lie_apart_stay_two_in_the_order_of_time() {
        older.attends("2026-01-12", "2026-01-23", 60);
        older.attends("2026-01-26", "2026-04-17", 0);
        newer.attends("2026-03-16", "2026-03-27", 60);
        newer.attends("2026-03-30", "2026-04-17", 0);
        Run first = only(older);
        Run second = only(newer);
        assertThat(second.from()).isAfter(first.to());

        assertThat(JoinedRuns.of(List.of(newer.child(), older.child()), newer.now())
                        .runs())
                .containsExactly(first, second);
    }

    @Test
    void of_a_pupil_whose_days_are_all_kept_nothing_is_remembered_otherwise() {
        older.attends("2026-01-12", "2026-01-23", 60);
        newer.attends("2026-01-12", "2026-01-23", 60);

        assertThat(JoinedRuns.of(List.of(newer.child(), older.child()), newer.now()))
                .isEqualTo(RunMemory.NONE);
    }

    private static Run only(Story story) {
        story.on("2026-08-10 10:00");
        story.child().forget(story.now());
        List<Run> runs = story.child().attendance().memory().runs();
        assertThat(runs).as("all its days are forgotten").hasSize(1);
        return runs.getFirst();
    }

    private static List<Step> all(Run first, Run second) {
        return Stream.concat(first.levels().stream(), second.levels().stream()).toList();
    }
}
