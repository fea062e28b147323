package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.FamilyStory.ALVA;
import static se.samordna.rules.FamilyStory.BO;
import static se.samordna.rules.FamilyStory.CAJ;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SharedFact.IdentityMerged;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.SiblingLinked;

/** A coordination number becomes a personal identity number: two ids, one child. */
class IdentityMergeTest {

    private static final UUID OLD = ALVA;
    private static final UUID NEW = BO;
    private static final String REPORTED = "SOCIAL_SERVICES R01 OPEN 1 from 2026-01-05 09:00 due 2026-01-06 00:00";

    private final FamilyStory story = new FamilyStory(
            new R01(R01.Settings.DEFAULT), new R09(R09.Settings.DEFAULT), new R17(R17.Settings.DEFAULT));

    private static ConcernReportReceived report(String id) {
        return new ConcernReportReceived(id, SocialCode.ReporterType.SCHOOL, List.of(), false);
    }

    private static ProtectionAssessed assessed(String id) {
        return new ProtectionAssessed(Optional.of(id), false);
    }

    @Test
    void the_old_childs_alert_is_taken_back_and_names_its_successor() {
        UUID report = story.on("2026-01-05 09:00").says(OLD, report("r1"));
        story.on("2026-01-05 10:00").says(NEW, new IdentityMerged(OLD));

        and_nothing_else(OLD);
        and_nothing_else(NEW, REPORTED);
        Alert gone = story.last(OLD);
        assertThat(gone.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(gone.supersededBy()).contains(FamilyStory.alert(RuleId.R01, NEW, report));
        assertThat(story.tellings(OLD).getLast().cause()).contains(Cause.IDENTITY_MERGED);
        assertThat(story.last(NEW).alertId()).isEqualTo(gone.supersededBy().get());
        assertThat(story.child(OLD).kin().mergedInto()).contains(NEW);
        assertThat(story.child(NEW).kin().mergedInto()).isEmpty();
    }

    @Test
    void what_comes_late_under_either_id_counts_for_the_one_child() {
        UUID report = story.on("2026-01-05 09:00").says(OLD, report("r1"));
        story.on("2026-01-05 10:00").says(NEW, new IdentityMerged(OLD));
        story.on("2026-01-05 11:00").saysOf("2026-01-05 09:30", OLD, assessed("r1"));
        and_nothing_else(
                NEW,
                "SOCIAL_SERVICES R01 RESOLVED 1 from 2026-01-05 09:00 due 2026-01-06 00:00 ended 2026-01-05 09:30");
        story.on("2026-01-05 12:00").retracts(report, NEW); // an event of the old id, taken back under the new
        and_nothing_else(NEW);
        assertThat(story.tellings(NEW).getLast().cause()).contains(Cause.RETRACTED);
        and_nothing_else(OLD);
    }

    @Test
    void a_merge_taken_back_gives_each_its_own_again() {
        UUID report = story.on("2026-01-05 09:00").says(OLD, report("r1"));
        UUID merge = story.on("2026-01-05 10:00").says(NEW, new IdentityMerged(OLD));
        story.on("2026-01-05 11:00").says(NEW, assessed("r1"));
        story.on("2026-01-05 12:00").retracts(merge, NEW);

        and_nothing_else(NEW);
        assertThat(story.tellings(NEW).getLast().cause()).contains(Cause.RETRACTED);
        and_nothing_else(OLD, REPORTED);
        Effect.Tell again = story.tellings(OLD).getLast();
        assertThat(again.telling().alertId()).isEqualTo(FamilyStory.alert(RuleId.R01, OLD, report));
        assertThat(again.revision()).isEqualTo(3);
        assertThat(again.cause()).contains(Cause.RETRACTED);
        assertThat(story.child(OLD).kin().mergedInto()).isEmpty();
    }

    @Test
    void corrected_to_another_child_it_moves_over() {
        story.on("2026-01-05 09:00").says(OLD, report("r1"));
        UUID merge = story.on("2026-01-05 10:00").says(NEW, new IdentityMerged(CAJ));
        and_nothing_else(OLD, REPORTED);
        story.corrects(merge, NEW, new IdentityMerged(OLD));
        and_nothing_else(OLD);
        and_nothing_else(NEW, REPORTED);
        assertThat(story.child(CAJ).kin().mergedInto()).isEmpty();
    }

    @Test
    void it_holds_from_its_own_time_on_and_no_tick_before() {
        story.on("2026-01-05 09:00").says(OLD, report("r1"));
        story.on("2026-01-05 09:30").saysOf("2026-01-05 11:00", NEW, new IdentityMerged(OLD));
        story.on("2026-01-05 10:59");
        and_nothing_else(OLD, REPORTED);
        and_nothing_else(NEW);
        story.on("2026-01-05 11:00");
        and_nothing_else(OLD);
        and_nothing_else(NEW, REPORTED);
    }

    @Test
    void three_ids_in_a_row_are_one_child() {
        story.on("2026-01-05 09:00").says(OLD, report("r1"));
        story.on("2026-01-05 10:00").says(NEW, new IdentityMerged(OLD));
        UUID second = story.on("2026-01-05 11:00").says(CAJ, new IdentityMerged(NEW));
        and_nothing_else(CAJ, REPORTED);
        and_nothing_else(NEW);
        assertThat(story.child(OLD).kin().mergedInto()).contains(CAJ);
        story.retracts(second, CAJ);
        and_nothing_else(NEW, REPORTED);
        and_nothing_else(CAJ);
        and_nothing_else(OLD);
    }

    @Test
    void two_that_claim_each_other_follow_the_later_statement_and_messages_end() {
        story.on("2026-01-05 09:00").says(OLD, report("r1"));
        story.on("2026-01-05 10:00").says(OLD, new IdentityMerged(NEW));
        story.on("2026-01-05 11:00").says(NEW, new IdentityMerged(OLD));
        and_nothing_else(NEW, REPORTED);
        and_nothing_else(OLD);
        story.on("2026-01-05 12:00").says(CAJ, new IdentityMerged(CAJ));
        story.says(OLD, new IdentityMerged(CAJ));
        story.says(CAJ, new IdentityMerged(NEW)); // a circle of three: its first statement falls
        and_nothing_else(OLD, REPORTED);
        and_nothing_else(NEW);
        and_nothing_else(CAJ);
        assertThat(story.parcels()).isLessThan(40);
    }

    @Test
    void of_two_that_claim_one_the_last_has_it() {
        story.on("2026-01-05 09:00").says(OLD, report("r1"));
        story.on("2026-01-05 10:00").says(NEW, new IdentityMerged(OLD));
        UUID last = story.on("2026-01-05 11:00").says(CAJ, new IdentityMerged(OLD));
        and_nothing_else(NEW);
        and_nothing_else(CAJ, REPORTED);
        story.retracts(last, CAJ);
        and_nothing_else(NEW, REPORTED);
        and_nothing_else(CAJ);
    }

    @Test
    void siblings_by_the_old_id_are_siblings_by_the_new() {
        story.on("2026-01-05 08:00").says(CAJ, new SiblingLinked(OLD));
        story.on("2026-01-05 09:00").says(OLD, report("r1"));
        story.on("2026-01-05 10:00").says(NEW, new IdentityMerged(OLD));
        String onSibling = "SOCIAL_SERVICES R17 OPEN 1 from 2026-01-05 09:00 due 2026-01-19 09:00";
        and_nothing_else(CAJ, onSibling);
        UUID onNew = story.on("2026-01-05 11:00").says(NEW, report("r2"));
        assertThat(story.told(CAJ)).hasSize(2);
        assertThat(story.last(CAJ).alertId()).isEqualTo(FamilyStory.alert(RuleId.R17, CAJ, onNew));
        story.on("2026-01-05 12:00").says(CAJ, report("r3"));
        assertThat(story.told(NEW)).anyMatch(line -> line.contains("R17 OPEN 1 from 2026-01-05 12:00"));
        and_nothing_else(OLD);
    }

    @Test
    void days_of_school_under_both_ids_are_reckoned_together() {
        LocalDate monday = LocalDate.of(2026, 1, 12);
        story.on("2026-01-12 17:00").says(OLD, new SchoolFact.AttendanceReported(monday, true, 300, 0, 60));
        story.says(NEW, new SchoolFact.AttendanceReported(monday, true, 300, 0, 0));
        story.on("2026-01-14 10:00");
        and_nothing_else(OLD);
        and_nothing_else(NEW);
        UUID merge = story.says(NEW, new IdentityMerged(OLD));
        and_nothing_else(NEW, "SCHOOL R09 OPEN 1 from 2026-01-13 00:00 due 2026-01-27 00:00");
        story.on("2026-06-30 10:00"); // long after a line may be forgotten
        assertThat(story.told(NEW)).hasSize(1).allMatch(line -> line.startsWith("SCHOOL R09 OPEN 3 from 2026-01-13"));
        story.retracts(merge, NEW);
        and_nothing_else(NEW);
        and_nothing_else(OLD);
    }

    private void and_nothing_else(UUID child, String... lines) {
        assertThat(story.told(child)).containsExactly(lines);
    }
}
