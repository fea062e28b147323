package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samordna.rules.SocialCode.HousingKind;
import se.samordna.rules.SocialFact.HousingNotice;

/** Eviction threat (JB 12:44, UF 16:2). */
class R11Test {

    private final Story story = new Story(new R11(R11.Settings.DEFAULT));

    private static HousingNotice notice(HousingKind kind) {
        return new HousingNotice("h1", kind, Optional.empty());
    }

    private static HousingNotice date(String date) {
        return new HousingNotice("h1", HousingKind.DATE_SET, Optional.of(LocalDate.parse(date)));
    }

    @Test
    void each_step_is_worse_and_moves_the_due_time_until_the_threat_is_over() {
        UUID arrears = story.on("2026-03-16 10:00").says(notice(HousingKind.ARREARS));
        and_nothing_else(
                "SOCIAL_SERVICES R11 OPEN 1 from 2026-03-16 10:00 due 2026-04-06 11:00"); // 21 d over a DST day
        UUID applied = story.on("2026-03-20 09:00").says(notice(HousingKind.APPLIED));
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 2 from 2026-03-16 10:00 due 2026-03-27 09:00");
        assertThat(story.only().severity()).isEqualTo(Severity.HIGH);
        UUID set = story.on("2026-03-26 09:00").says(date("2026-05-04"));
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 3 from 2026-03-16 10:00 due 2026-04-20 00:00");
        assertThat(story.only().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(story.only().evidence()).extracting(Evidence::eventId).containsExactly(arrears, applied, set);
        story.on("2026-04-10 09:00").says(notice(HousingKind.RESOLVED));
        story.on("2026-05-10 09:00").says(notice(HousingKind.ARREARS)); // the case has had its alert
        and_nothing_else(
                "SOCIAL_SERVICES R11 RESOLVED 3 from 2026-03-16 10:00 due 2026-04-20 00:00 ended 2026-04-10 09:00");
        assertThat(story.only().anchor()).isEqualTo(arrears.toString());
        assertThat(story.only().evidence()).hasSize(3);
    }

    @Test
    void a_milder_notice_changes_no_due_time_and_another_of_the_worst_kind_does() {
        story.on("2026-01-12 10:00").says(notice(HousingKind.APPLIED));
        story.on("2026-01-13 10:00").says(notice(HousingKind.ARREARS));
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 2 from 2026-01-12 10:00 due 2026-01-19 10:00");
        story.on("2026-01-20 10:00");
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 3 from 2026-01-12 10:00 due 2026-01-19 10:00 overdue");
        story.says(notice(HousingKind.APPLIED));
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 2 from 2026-01-12 10:00 due 2026-01-27 10:00");
    }

    @Test
    void a_date_too_near_is_overdue_at_once_and_one_not_known_is_due_in_a_week() {
        UUID set = story.on("2026-01-12 10:00").says(date("2026-01-19"));
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 3 from 2026-01-12 10:00 due 2026-01-05 00:00 overdue");
        story.on("2026-01-12 11:00").corrects(set, "2026-01-12 10:00", notice(HousingKind.DATE_SET));
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 3 from 2026-01-12 10:00 due 2026-01-19 10:00");
    }

    @Test
    void what_is_closed_stands_as_it_was_and_reopened_as_it_is() {
        UUID arrears = story.on("2026-01-12 10:00").says(notice(HousingKind.DISTURBANCE));
        UUID alert = story.alert(RuleId.R11, arrears);
        story.on("2026-01-13 10:00")
                .acts(Agency.SOCIAL_SERVICES, new Action.AlertClosed(alert, Action.CloseReason.HANDLED));
        story.on("2026-01-14 10:00").says(notice(HousingKind.APPLIED));
        and_nothing_else("SOCIAL_SERVICES R11 CLOSED 1 from 2026-01-12 10:00 due 2026-02-02 10:00");
        assertThat(story.only().evidence()).extracting(Evidence::eventId).containsExactly(arrears);
        story.on("2026-01-15 10:00").acts(Agency.SOCIAL_SERVICES, new Action.AlertReopened(alert));
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 2 from 2026-01-12 10:00 due 2026-01-21 10:00");
        assertThat(story.only().evidence()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = HousingKind.class,
            names = {"EXECUTED", "WITHDRAWN", "RESOLVED", "REHOUSED"})
    void an_end_in_the_same_instant_leaves_none_and_one_of_another_case_ends_nothing(HousingKind end) {
        story.on("2026-01-12 10:00").says(notice(HousingKind.ARREARS));
        story.says(notice(end));
        story.on("2026-01-13 10:00").says(notice(HousingKind.APPLIED));
        story.on("2026-01-14 10:00").says(new HousingNotice("h2", HousingKind.APPLIED, Optional.empty()));
        story.on("2026-01-15 10:00").says(notice(end));
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 2 from 2026-01-14 10:00 due 2026-01-21 10:00");
    }

    @Test
    void a_notice_that_comes_to_light_late_moves_the_anchor() {
        UUID applied = story.on("2026-01-12 10:00").says(notice(HousingKind.APPLIED));
        story.saysOf("2026-01-02 10:00", notice(HousingKind.ARREARS));
        assertThat(story.only().supersedes()).containsExactly(story.alert(RuleId.R11, applied));
        assertThat(story.only().evidence()).hasSize(2);
        and_nothing_else("SOCIAL_SERVICES R11 OPEN 2 from 2026-01-02 10:00 due 2026-01-19 10:00");
    }

    private void and_nothing_else(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }
}
