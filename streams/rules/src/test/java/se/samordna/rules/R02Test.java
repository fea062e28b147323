package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;
import se.samordna.rules.SocialFact.PreliminaryAssessmentExtended;
import se.samordna.rules.SocialFact.ProtectionAssessed;

/** Preliminary assessment due (SoL 20:2). */
class R02Test {

    private final Story story = new Story();

    private UUID assessedReport(String local, String id) {
        UUID report =
                story.on(local).says(new ConcernReportReceived(id, SocialCode.ReporterType.SCHOOL, List.of(), false));
        story.says(new ProtectionAssessed(Optional.of(id), false)); // so that R01 has nothing to say
        return report;
    }

    @Test
    void a_reminder_comes_on_the_tenth_day_and_is_overdue_after_the_fourteenth() {
        assessedReport("2026-03-20 09:00", "r1"); // summer time begins in between
        story.on("2026-03-29 23:59");
        assertThat(story.told()).isEmpty();
        story.on("2026-03-30 00:00");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R02 OPEN 1 from 2026-03-30 00:00 due 2026-04-04 00:00");
        story.on("2026-04-04 00:01");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R02 OPEN 3 from 2026-03-30 00:00 due 2026-04-04 00:00 overdue");
        story.says(new PreliminaryAssessmentDecided("r1", SocialCode.PreliminaryOutcome.NOT_OPEN));
        and_nothing_else(
                "SOCIAL_SERVICES R02 RESOLVED 3 from 2026-03-30 00:00 due 2026-04-04 00:00 ended 2026-04-04 00:01");
    }

    @Test
    void no_reminder_for_a_report_into_an_open_investigation_or_one_decided_in_time() {
        story.on("2026-01-02 09:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        assessedReport("2026-01-12 09:00", "r1");
        Story other = new Story();
        other.on("2026-01-12 09:00")
                .says(new ConcernReportReceived("r1", SocialCode.ReporterType.SCHOOL, List.of(), false));
        other.says(new ProtectionAssessed(Optional.empty(), false));
        other.on("2026-01-22 00:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        story.on("2026-02-20 09:00");
        other.on("2026-02-20 09:00");
        and_nothing_else();
        assertThat(other.told()).isEmpty();
    }

    @Test
    void an_extension_ends_the_reminder_and_begins_it_four_days_before_the_new_date() {
        assessedReport("2026-01-12 09:00", "r1");
        story.on("2026-01-23 10:00").says(new PreliminaryAssessmentExtended("r1", LocalDate.of(2026, 2, 10)));
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R02 RESOLVED 1 from 2026-01-22 00:00 due 2026-01-27 00:00"
                        + " ended 2026-01-23 10:00");
        story.on("2026-02-06 00:00");
        and_nothing_else("SOCIAL_SERVICES R02 OPEN 1 from 2026-02-06 00:00 due 2026-02-11 00:00");
    }

    @Test
    void a_late_extension_begins_it_at_once() {
        assessedReport("2026-01-12 09:00", "r1");
        story.on("2026-01-25 10:00").says(new PreliminaryAssessmentExtended("r1", LocalDate.of(2026, 1, 27)));
        and_nothing_else("SOCIAL_SERVICES R02 OPEN 1 from 2026-01-25 10:00 due 2026-01-28 00:00");
    }

    @Test
    void its_deadline_is_measured_whether_or_not_an_alert_came() {
        assessedReport("2026-01-12 09:00", "r1");
        assessedReport("2026-01-12 10:00", "r2");
        story.on("2026-01-14 10:00").says(new PreliminaryAssessmentExtended("r2", LocalDate.of(2026, 2, 10)));
        story.says(new PreliminaryAssessmentDecided("r1", SocialCode.PreliminaryOutcome.NOT_OPEN));
        View own = View.own(story.child(), story.now(), Agency.SOCIAL_SERVICES);
        assertThat(new R02(R02.Settings.DEFAULT).deadlines(own))
                .extracting(Deadline::dueAt, Deadline::closedAt)
                .containsExactly(
                        tuple(Calendar.end(LocalDate.of(2026, 1, 26)), Optional.of(story.now())),
                        tuple(Calendar.end(LocalDate.of(2026, 2, 10)), Optional.empty()));
        assertThat(new R01(R01.Settings.DEFAULT).deadlines(own))
                .extracting(Deadline::dueAt)
                .containsOnly(Calendar.end(LocalDate.of(2026, 1, 12)));
        and_nothing_else();
    }

    /** What R02 says, and R01 of the report that was assessed as it came: nothing. */
    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
