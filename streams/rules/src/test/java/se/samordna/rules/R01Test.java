package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.ProtectionAssessed;

/** Protection assessment due (SoL 20:1). */
class R01Test {

    private final Story story = new Story();

    private static ConcernReportReceived report(String id) {
        return new ConcernReportReceived(id, SocialCode.ReporterType.SCHOOL, List.of(), false);
    }

    @Test
    void a_morning_report_is_to_be_assessed_the_same_day() {
        story.on("2026-01-12 09:00").says(report("r1"));
        assertThat(told()).containsExactly("SOCIAL_SERVICES R01 OPEN 1 from 2026-01-12 09:00 due 2026-01-13 00:00");

        story.on("2026-01-12 14:00").says(new ProtectionAssessed(Optional.of("r1"), false));
        and_nothing_else(
                "SOCIAL_SERVICES R01 RESOLVED 1 from 2026-01-12 09:00 due 2026-01-13 00:00 ended 2026-01-12 14:00");
    }

    @Test
    void an_afternoon_report_is_to_be_assessed_by_noon_the_next_day_and_is_overdue_after_it() {
        story.on("2026-01-16 15:00").says(report("r1")); // a Friday: danger knows no weekend
        story.on("2026-01-17 12:00");
        assertThat(told()).containsExactly("SOCIAL_SERVICES R01 OPEN 1 from 2026-01-16 15:00 due 2026-01-17 12:00");
        story.on("2026-01-17 12:01");
        and_nothing_else("SOCIAL_SERVICES R01 OPEN 3 from 2026-01-16 15:00 due 2026-01-17 12:00 overdue");
    }

    @Test
    void an_assessment_that_names_no_report_is_of_every_open_one_and_one_of_another_report_of_none() {
        story.on("2026-01-12 09:00").says(report("r1"));
        story.on("2026-01-12 10:00").says(report("r2"));
        story.on("2026-01-12 11:00").says(new ProtectionAssessed(Optional.of("r1"), false));
        story.on("2026-01-12 12:00").says(new ProtectionAssessed(Optional.empty(), false));
        and_nothing_else(
                "SOCIAL_SERVICES R01 RESOLVED 1 from 2026-01-12 09:00 due 2026-01-13 00:00 ended 2026-01-12 11:00",
                "SOCIAL_SERVICES R01 RESOLVED 1 from 2026-01-12 10:00 due 2026-01-13 00:00 ended 2026-01-12 12:00");
    }

    @Test
    void an_assessment_in_the_same_instant_leaves_no_alert_at_all() {
        story.on("2026-01-12 09:00").says(report("r1"));
        story.says(new ProtectionAssessed(Optional.of("r1"), true));
        and_nothing_else();
    }

    @Test
    void a_retracted_report_is_recalled() {
        UUID report = story.on("2026-01-12 09:00").says(report("r1"));
        story.retracts(report);
        assertThat(story.tellings())
                .extracting(Effect.Tell::revision, t -> t.telling().status(), Effect.Tell::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, Status.OPEN, Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(2, Status.WITHDRAWN, Optional.of(Cause.RETRACTED)));
        and_nothing_else();
    }

    private List<String> told() {
        return story.told().stream().filter(l -> l.contains("R01")).toList();
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
