package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialCode.ConcernReason;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.RiskAssessed;

/** Violence report (SOSFS 2014:4). */
class R16Test {

    private final Story story = new Story(new R16(R16.Settings.DEFAULT));

    private static ConcernReportReceived violence() {
        return new ConcernReportReceived(
                "r1", SocialCode.ReporterType.POLICE, List.of(ConcernReason.CRIME, ConcernReason.VIOLENCE), false);
    }

    private static InvestigationOpened opened(String id) {
        return new InvestigationOpened(id, Optional.empty(), List.of());
    }

    private static InvestigationClosed closed(String id) {
        return new InvestigationClosed(id, SocialCode.InvestigationOutcome.SUPPORT);
    }

    private static RiskAssessed assessed(String instrument, String id) {
        return new RiskAssessed(instrument, Optional.of(id));
    }

    @Test
    void an_investigation_is_opened_the_same_day_and_the_risk_assessed_within_thirty() {
        UUID report = story.on("2026-03-10 16:00").says(violence());
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R16 OPEN 1 from 2026-03-10 16:00 due 2026-03-11 00:00");
        assertThat(story.only().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(story.only().anchor()).isEqualTo(report + "/a");
        UUID opened = story.on("2026-03-11 09:00").says(opened("i1"));
        story.on("2026-03-20 09:00").says(assessed("OTHER", "i1")); // another instrument, and another investigation
        story.says(assessed("IRISK", "i2"));
        story.on("2026-04-03 10:00"); // 23 d over the change to summer time
        assertThat(story.told())
                .containsExactly(
                        "SOCIAL_SERVICES R16 OPEN 1 from 2026-04-03 10:00 due 2026-04-10 10:00",
                        "SOCIAL_SERVICES R16 RESOLVED 3 from 2026-03-10 16:00 due 2026-03-11 00:00"
                                + " ended 2026-03-11 09:00");
        Alert risk = (Alert) story.tellings().getLast().telling();
        assertThat(risk.severity()).isEqualTo(Severity.HIGH);
        assertThat(risk.anchor()).isEqualTo(report + "/b");
        assertThat(risk.evidence()).extracting(Evidence::eventId).containsExactly(report, opened);
        story.on("2026-04-05 10:00").says(new RiskAssessed("IRISK", Optional.empty()));
        and_nothing_else(
                "SOCIAL_SERVICES R16 RESOLVED 1 from 2026-04-03 10:00 due 2026-04-10 10:00 ended 2026-04-05 10:00",
                "SOCIAL_SERVICES R16 RESOLVED 3 from 2026-03-10 16:00 due 2026-03-11 00:00 ended 2026-03-11 09:00");
    }

    @Test
    void into_an_open_investigation_only_the_risk_is_asked_for_counted_from_the_report() {
        story.on("2026-01-05 09:00").says(opened("i1"));
        UUID last = story.on("2026-01-06 09:00").says(opened("i2"));
        story.on("2026-01-12 09:00").says(violence());
        assertThat(story.told()).isEmpty();
        story.on("2026-01-20 09:00").says(assessed("IRISK", "i1")); // not of the last one opened
        story.on("2026-02-04 09:00");
        assertThat(story.only().evidence()).extracting(Evidence::eventId).contains(last);
        story.on("2026-02-05 09:00").says(closed("i2"));
        and_nothing_else(
                "SOCIAL_SERVICES R16 RESOLVED 1 from 2026-02-04 09:00 due 2026-02-11 09:00 ended 2026-02-05 09:00");
    }

    @Test
    void an_assessment_made_in_the_investigation_before_the_report_counts() {
        story.on("2026-01-05 09:00").says(opened("i1"));
        story.on("2026-01-06 09:00").says(assessed("IRISK", "i1"));
        story.on("2026-01-12 09:00").says(violence());
        story.on("2026-03-12 09:00");
        and_nothing_else();
    }

    @Test
    void an_investigation_opened_in_the_same_instant_is_open_and_one_closed_then_is_not() {
        story.on("2026-01-12 09:00").says(violence());
        story.says(opened("i1"));
        and_nothing_else();
        Story other = new Story(new R16(R16.Settings.DEFAULT));
        other.on("2026-01-05 09:00").says(opened("i1"));
        other.on("2026-01-12 09:00").says(closed("i1"));
        other.says(violence());
        assertThat(other.told())
                .containsExactly("SOCIAL_SERVICES R16 OPEN 1 from 2026-01-12 09:00 due 2026-01-13 00:00");
    }

    @Test
    void a_report_of_something_else_asks_for_neither_and_one_corrected_to_it_no_more() {
        UUID report = story.on("2026-01-12 09:00").says(violence());
        assertThat(story.told()).hasSize(1);
        story.on("2026-01-12 10:00")
                .corrects(
                        report,
                        "2026-01-12 09:00",
                        new ConcernReportReceived(
                                "r1", SocialCode.ReporterType.POLICE, List.of(ConcernReason.NEGLECT), false));
        story.on("2026-03-12 09:00");
        and_nothing_else();
        assertThat(story.tellings().getLast().cause()).contains(Cause.CORRECTED);
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
