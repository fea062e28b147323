package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.samordna.rules.SocialCode.FeedbackStatus;
import se.samordna.rules.SocialCode.ReporterType;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.FeedbackGiven;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;

/** Reporter feedback due (SoL 19:6). */
class R04Test {

    private final Story story = new Story(new R04(R04.Settings.DEFAULT));

    private static ConcernReportReceived report(ReporterType reporter, boolean asks) {
        return new ConcernReportReceived("r1", reporter, List.of(), asks);
    }

    private static PreliminaryAssessmentDecided decided() {
        return new PreliminaryAssessmentDecided("r1", SocialCode.PreliminaryOutcome.NOT_OPEN);
    }

    private static FeedbackGiven feedback(FeedbackStatus status) {
        return new FeedbackGiven("r1", status);
    }

    @Test
    void the_school_asked_and_is_told_what_came_of_it_once_social_services_answer() {
        UUID report = story.on("2026-03-20 09:00").says(report(ReporterType.SCHOOL, true));
        story.says(feedback(FeedbackStatus.ONGOING)); // before the decision: no answer to it
        UUID decision = story.on("2026-03-23 10:00").says(decided()); // summer time begins on the 29th
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R04 OPEN 1 from 2026-03-23 10:00 due 2026-03-31 00:00");
        assertThat(story.only().severity()).isEqualTo(Severity.LOW);
        assertThat(story.only().evidence()).extracting(Evidence::eventId).containsExactly(report, decision);
        story.on("2026-03-31 00:01");
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R04 OPEN 3 from 2026-03-23 10:00 due 2026-03-31 00:00 overdue");
        story.on("2026-04-02 10:00").says(feedback(FeedbackStatus.NOT_OPENED));
        and_nothing_else(
                "SCHOOL not-opened RESOLVED due 2026-04-01 00:00",
                "SOCIAL_SERVICES R04 RESOLVED 3 from 2026-03-23 10:00 due 2026-03-31 00:00 ended 2026-04-02 10:00");
    }

    @ParameterizedTest
    @CsvSource({"PRESCHOOL,SCHOOL", "POLICE,POLICE", "HEALTH,REGION", "DENTAL,REGION"})
    void each_reporter_is_told_through_its_own_agency_on_the_duty_to_report(ReporterType reporter, Agency agency) {
        story.on("2026-01-12 09:00").says(report(reporter, true));
        story.on("2026-01-13 09:00").says(Ground.NONE, decided());
        story.on("2026-01-14 09:00").says(feedback(FeedbackStatus.OPENED));
        assertThat(story.tellings())
                .extracting(
                        Effect.Tell::recipient,
                        t -> t.telling().status(),
                        t -> t.disclosure().ground())
                .containsExactly(
                        tuple(Agency.SOCIAL_SERVICES, Status.OPEN, Ground.OWN),
                        tuple(Agency.SOCIAL_SERVICES, Status.RESOLVED, Ground.OWN),
                        tuple(agency, Status.RESOLVED, Ground.REPORT_DUTY));
        and_nothing_else(
                agency + " opened RESOLVED due 2026-01-22 00:00",
                "SOCIAL_SERVICES R04 RESOLVED 1 from 2026-01-13 09:00 due 2026-01-21 00:00 ended 2026-01-14 09:00");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReporterType.class,
            names = {"SOCIAL", "OTHER_AUTHORITY"})
    void one_outside_the_pilot_is_answered_by_social_services_alone(ReporterType reporter) {
        story.on("2026-01-12 09:00").says(report(reporter, true));
        story.says(decided());
        story.on("2026-01-14 09:00").says(feedback(FeedbackStatus.ONGOING));
        and_nothing_else(
                "SOCIAL_SERVICES R04 RESOLVED 1 from 2026-01-12 09:00 due 2026-01-20 00:00 ended 2026-01-14 09:00");
    }

    @ParameterizedTest
    @CsvSource({"PRIVATE,true", "ANONYMOUS,true", "SCHOOL,false"})
    void a_private_person_or_one_who_does_not_ask_is_owed_none(ReporterType reporter, boolean asks) {
        story.on("2026-01-12 09:00").says(report(reporter, asks));
        story.on("2026-01-13 09:00").says(decided());
        story.on("2026-02-13 09:00");
        and_nothing_else();
    }

    @Test
    void the_first_report_of_the_number_says_who_asks_and_one_after_the_decision_does_not() {
        story.on("2026-01-12 09:00").says(report(ReporterType.PRIVATE, true));
        story.on("2026-01-12 10:00").says(report(ReporterType.SCHOOL, true));
        story.on("2026-01-13 09:00").says(decided());
        story.on("2026-01-14 09:00");
        and_nothing_else();
        Story other = new Story(new R04(R04.Settings.DEFAULT));
        other.on("2026-01-13 09:00").says(decided());
        other.on("2026-01-13 09:01").says(report(ReporterType.SCHOOL, true));
        assertThat(other.told()).isEmpty();
        other.saysOf("2026-01-13 09:00", report(ReporterType.POLICE, true)); // comes to light: at the decision
        assertThat(other.told())
                .containsExactly("SOCIAL_SERVICES R04 OPEN 1 from 2026-01-13 09:00 due 2026-01-21 00:00");
    }

    @Test
    void an_answer_in_the_same_instant_leaves_no_alert_and_no_notice() {
        story.on("2026-01-12 09:00").says(report(ReporterType.SCHOOL, true));
        story.on("2026-01-13 09:00").says(decided());
        story.says(feedback(FeedbackStatus.OPENED));
        and_nothing_else();
    }

    @Test
    void a_wrong_answer_is_put_right_and_one_taken_back_is_taken_back_at_the_school_too() {
        story.on("2026-01-12 09:00").says(report(ReporterType.SCHOOL, true));
        story.on("2026-01-13 09:00").says(decided());
        UUID answer = story.on("2026-01-14 09:00").says(feedback(FeedbackStatus.OPENED));
        story.on("2026-01-15 09:00").corrects(answer, "2026-01-14 09:00", feedback(FeedbackStatus.ONGOING));
        assertThat(story.told()).contains("SCHOOL ongoing RESOLVED due 2026-01-22 00:00");
        story.on("2026-01-16 09:00").retracts(answer);
        Effect.Tell last = story.tellings().stream()
                .filter(t -> t.recipient() == Agency.SCHOOL)
                .toList()
                .getLast();
        assertThat(last.telling().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(last.revision()).isEqualTo(3);
        assertThat(last.cause()).contains(Cause.RETRACTED);
        and_nothing_else("SOCIAL_SERVICES R04 OPEN 1 from 2026-01-13 09:00 due 2026-01-21 00:00");
    }

    @Test
    void closing_the_alert_tells_the_reporter_nothing_the_answer_does() {
        story.on("2026-01-12 09:00").says(report(ReporterType.HEALTH, true));
        UUID decision = story.on("2026-01-13 09:00").says(decided());
        story.on("2026-01-13 10:00")
                .acts(
                        Agency.SOCIAL_SERVICES,
                        new Action.AlertClosed(story.alert(RuleId.R04, decision), Action.CloseReason.HANDLED));
        assertThat(story.told())
                .containsExactly("SOCIAL_SERVICES R04 CLOSED 1 from 2026-01-13 09:00 due 2026-01-21 00:00");
        story.on("2026-01-20 09:00").says(feedback(FeedbackStatus.OPENED));
        and_nothing_else(
                "REGION opened RESOLVED due 2026-01-22 00:00",
                "SOCIAL_SERVICES R04 CLOSED 1 from 2026-01-13 09:00 due 2026-01-21 00:00");
    }

    @Test
    void the_rules_page_names_the_reporters_agencies_and_the_three_answers() {
        assertThat(new R04(R04.Settings.DEFAULT).card().tells())
                .extracting(Tells::to, Tells::notice)
                .containsExactly(
                        tuple(Agency.SOCIAL_SERVICES, Optional.empty()),
                        tuple(Agency.SCHOOL, Optional.of("opened / not-opened / ongoing")),
                        tuple(Agency.REGION, Optional.of("opened / not-opened / ongoing")),
                        tuple(Agency.POLICE, Optional.of("opened / not-opened / ongoing")));
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
