package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.rules.SocialCode.ReporterType;
import se.samordna.rules.SocialFact.CaseReviewed;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** Repeated reports (SoL 18:5). */
class R05Test {

    private final Story story = new Story(new R05(R05.Settings.DEFAULT));
    private int reports;

    private UUID report(String local, ReporterType reporter) {
        return story.on(local).says(by(reporter));
    }

    private ConcernReportReceived by(ReporterType reporter) {
        return new ConcernReportReceived("r" + ++reports, reporter, List.of(), false);
    }

    private static InvestigationOpened opened() {
        return new InvestigationOpened("i1", Optional.empty(), List.of());
    }

    private static InvestigationClosed closed() {
        return new InvestigationClosed("i1", SocialCode.InvestigationOutcome.NO_SUPPORT);
    }

    @Test
    void the_third_report_within_a_year_holds_until_the_first_is_a_year_old() {
        UUID first = report("2026-01-10 09:00", ReporterType.SCHOOL);
        UUID second = report("2026-05-10 09:00", ReporterType.SCHOOL);
        assertThat(story.told()).isEmpty();
        UUID third = report("2026-09-10 09:00", ReporterType.PRESCHOOL);
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R05 OPEN 1 from 2026-09-10 09:00 due 2026-09-13 09:00");
        assertThat(story.only().evidence()).extracting(Evidence::eventId).containsExactly(first, second, third);
        assertThat(story.only().anchor()).isEqualTo(third.toString());
        story.on("2027-01-10 08:59");
        assertThat(story.told()).hasSize(1).first().asString().contains("OPEN 3");
        story.on("2027-01-10 09:00");
        and_nothing_else(
                "SOCIAL_SERVICES R05 RESOLVED 3 from 2026-09-10 09:00 due 2026-09-13 09:00 ended 2027-01-10 09:00");
    }

    @Test
    void reports_from_two_sides_within_thirty_days_of_24_hours() {
        report("2026-03-10 09:00", ReporterType.SCHOOL);
        report("2026-04-05 09:00", ReporterType.POLICE); // summer time has begun
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R05 OPEN 1 from 2026-04-05 09:00 due 2026-04-08 09:00");
        story.on("2026-04-10 09:00");
        and_nothing_else(
                "SOCIAL_SERVICES R05 RESOLVED 3 from 2026-04-05 09:00 due 2026-04-08 09:00 ended 2026-04-09 10:00");
    }

    @Test
    void thirty_days_apart_to_the_minute_is_too_far() {
        report("2026-01-10 09:00", ReporterType.SCHOOL);
        report("2026-02-09 09:00", ReporterType.POLICE);
        and_nothing_else();
    }

    @ParameterizedTest
    @CsvSource({"SCHOOL,PRESCHOOL", "HEALTH,DENTAL", "OTHER_AUTHORITY,SOCIAL", "PRIVATE,ANONYMOUS", "POLICE,POLICE"})
    void two_of_one_side_are_one_side(ReporterType one, ReporterType other) {
        report("2026-01-10 09:00", one);
        report("2026-01-11 09:00", other);
        and_nothing_else();
    }

    @Test
    void a_report_in_the_instant_of_the_opening_counts_before_it_and_one_after_it_counts_when_it_is_closed() {
        report("2026-01-10 09:00", ReporterType.SCHOOL);
        report("2026-01-12 09:00", ReporterType.POLICE);
        story.on("2026-01-13 09:00").says(opened());
        report("2026-01-13 09:00", ReporterType.HEALTH);
        UUID school = report("2026-01-20 09:00", ReporterType.SCHOOL);
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R05 RESOLVED 1 from 2026-01-12 09:00 due 2026-01-15 09:00"
                        + " ended 2026-01-13 09:00");
        UUID dentist = report("2026-01-25 09:00", ReporterType.DENTAL);
        story.on("2026-02-02 09:00").says(closed());
        and_nothing_else(
                "SOCIAL_SERVICES R05 OPEN 1 from 2026-02-02 09:00 due 2026-02-05 09:00",
                "SOCIAL_SERVICES R05 RESOLVED 1 from 2026-01-12 09:00 due 2026-01-15 09:00 ended 2026-01-13 09:00");
        Alert last = (Alert) story.tellings().getLast().telling();
        assertThat(last.evidence()).extracting(Evidence::eventId).containsExactly(school, dentist);
        assertThat(last.anchor()).isEqualTo(dentist.toString());
    }

    @Test
    void a_reasoned_review_ends_it_and_one_without_reasons_does_not() {
        report("2026-01-10 09:00", ReporterType.SCHOOL);
        report("2026-01-11 09:00", ReporterType.POLICE);
        story.on("2026-01-12 09:00").says(new CaseReviewed(false));
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R05 OPEN 1 from 2026-01-11 09:00 due 2026-01-14 09:00");
        story.on("2026-01-13 09:00").says(new CaseReviewed(true));
        report("2026-01-14 09:00", ReporterType.HEALTH);
        and_nothing_else(
                "SOCIAL_SERVICES R05 RESOLVED 1 from 2026-01-11 09:00 due 2026-01-14 09:00 ended 2026-01-13 09:00");
    }

    @Test
    void an_investigation_opened_and_closed_at_one_instant_begins_the_count_afresh_too() {
        report("2026-01-10 09:00", ReporterType.SCHOOL);
        report("2026-01-11 09:00", ReporterType.POLICE);
        story.on("2026-01-12 09:00").says(opened());
        story.says(closed());
        and_nothing_else(
                "SOCIAL_SERVICES R05 RESOLVED 1 from 2026-01-11 09:00 due 2026-01-14 09:00 ended 2026-01-12 09:00");
    }

    @Test
    void a_report_that_comes_to_light_late_moves_the_anchor_and_the_old_alert_names_its_successor() {
        report("2026-01-10 09:00", ReporterType.SCHOOL);
        UUID third = report("2026-01-20 09:00", ReporterType.POLICE);
        UUID between = story.on("2026-01-20 10:00").saysOf("2026-01-15 09:00", by(ReporterType.PRIVATE));
        assertThat(story.tellings())
                .extracting(t -> t.telling().alertId(), t -> t.telling().status())
                .contains(org.assertj.core.groups.Tuple.tuple(story.alert(RuleId.R05, third), Status.WITHDRAWN));
        assertThat(story.only().supersedes()).containsExactly(story.alert(RuleId.R05, third));
        assertThat(story.only().anchor()).isEqualTo(between.toString());
        and_nothing_else("SOCIAL_SERVICES R05 OPEN 3 from 2026-01-15 09:00 due 2026-01-18 09:00 overdue");
    }

    @Test
    void a_retracted_report_takes_it_back() {
        report("2026-01-10 09:00", ReporterType.SCHOOL);
        UUID police = report("2026-01-11 09:00", ReporterType.POLICE);
        story.retracts(police);
        and_nothing_else();
        assertThat(story.tellings().getLast().cause()).contains(Cause.RETRACTED);
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
