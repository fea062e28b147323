package se.samordna.indicators.units;

import org.junit.jupiter.api.Test;
import se.samordna.rules.RuleId;
import se.samordna.rules.Timeliness.Answered;

/** Alerts of a rule and how many were answered in time: what the rules last told of each, once it is due. */
class I20AlertsInTimeTest {

    private final Story story = Story.of("I20-R01", "I20-R17");

    @Test
    void an_alert_counts_from_its_due_time_on_as_it_was_last_told_of() {
        story.time("2026-01-10");
        alert("a", "2026-02-01 00:00", Answered.NOT_IN_TIME);
        alert("b", "2026-02-01 12:00", Answered.NOT_IN_TIME);
        story.time("2026-01-31 23:59").adds();

        story.time("2026-02-01 00:00").adds("I20-R01 2380 2026-01 0/1");
        alert("b", "2026-02-01 12:00", Answered.IN_TIME);
        story.time("2026-02-01 12:00").adds("I20-R01 2380 2026-01 0/1", "I20-R01 2380 2026-02 1/1");
    }

    @Test
    void what_comes_to_light_later_moves_it_and_a_withdrawn_one_is_no_unit() {
        story.time("2026-06-01");
        alert("a", "2026-01-10 12:00", Answered.NOT_IN_TIME);
        alert("a", "2026-01-10 12:00", Answered.IN_TIME);
        alert("a", "2026-01-10 12:00", Answered.IN_TIME);
        story.adds("I20-R01 2380 2026-01 1/1");

        story.in("2303");
        alert("a", "2026-03-10 12:00", Answered.NOT_IN_TIME);
        story.adds("I20-R01 2303 2026-03 0/1");

        alert("a", "2026-03-10 12:00", Answered.WITHDRAWN);
        alert("never heard of", "2026-03-10 12:00", Answered.WITHDRAWN);
        story.adds();
    }

    @Test
    void an_alert_of_no_municipality_is_in_no_cell_until_it_has_one() {
        story.time("2026-06-01").in("").told(RuleId.R17, "s", "2026-01-10 12:00", Answered.NOT_IN_TIME);
        story.adds();
        story.in("2380").told(RuleId.R17, "s", "2026-01-10 12:00", Answered.NOT_IN_TIME);
        story.adds("I20-R17 2380 2026-01 0/1");
    }

    private void alert(String name, String due, Answered answered) {
        story.told(RuleId.R01, name, due, answered);
    }
}
