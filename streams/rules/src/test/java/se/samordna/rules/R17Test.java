package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.FamilyStory.ALVA;
import static se.samordna.rules.FamilyStory.BO;
import static se.samordna.rules.FamilyStory.CAJ;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.SiblingAssessed;
import se.samordna.rules.SocialFact.SiblingLinked;
import se.samordna.rules.SocialFact.SiblingUnlinked;

/** Sibling unassessed (SoL 20:1, 14:2). */
class R17Test {

    private final FamilyStory story = new FamilyStory(new R17(R17.Settings.DEFAULT));

    private static ConcernReportReceived report() {
        return new ConcernReportReceived("r1", SocialCode.ReporterType.SCHOOL, List.of(), false);
    }

    private static ProtectionAssessed assessed(boolean danger) {
        return new ProtectionAssessed(Optional.empty(), danger);
    }

    @Test
    void a_report_on_the_sister_calls_for_a_look_at_the_brother_within_two_weeks() {
        story.on("2026-03-20 09:00").says(ALVA, new SiblingLinked(BO));
        UUID report = story.on("2026-03-23 09:00").says(ALVA, report());
        and_nothing_else(BO, "SOCIAL_SERVICES R17 OPEN 1 from 2026-03-23 09:00 due 2026-04-06 10:00");

        assertThat(story.last(BO).alertId()).isEqualTo(FamilyStory.alert(RuleId.R17, BO, report));
        assertThat(story.last(BO).evidence()).containsExactly(new Evidence(report, Optional.empty(), Optional.empty()));
        assertThat(story.last(BO).municipality()).isEmpty();
        assertThat(story.tellings(BO).getLast().disclosure().ground()).isEqualTo(Ground.OWN);

        story.on("2026-04-07 09:00").in("2326").says(BO, new SiblingAssessed());
        and_nothing_else(
                BO, "SOCIAL_SERVICES R17 RESOLVED 3 from 2026-03-23 09:00 due 2026-04-06 10:00 ended 2026-04-07 09:00");
        assertThat(story.last(BO).municipality()).isEqualTo("2326");
        and_nothing_else(ALVA);
    }

    @Test
    void either_child_may_name_the_other_and_what_came_before_the_link_counts_too() {
        story.on("2026-01-05 09:00").says(ALVA, report());
        story.on("2026-01-06 09:00")
                .says(
                        ALVA,
                        new PlacementStarted(
                                "p1", SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, false));
        story.on("2026-01-07 09:00").says(ALVA, assessed(true));
        story.says(ALVA, assessed(false));
        and_nothing_else(BO);
        story.on("2026-01-08 09:00").says(BO, new SiblingLinked(ALVA));
        and_nothing_else(
                BO,
                "SOCIAL_SERVICES R17 OPEN 1 from 2026-01-05 09:00 due 2026-01-19 09:00",
                "SOCIAL_SERVICES R17 OPEN 1 from 2026-01-06 09:00 due 2026-01-20 09:00",
                "SOCIAL_SERVICES R17 OPEN 1 from 2026-01-07 09:00 due 2026-01-21 09:00");
        story.on("2026-01-08 10:00").says(BO, new InvestigationOpened("i1", Optional.empty(), List.of()));
        assertThat(story.told(BO)).hasSize(3).allMatch(line -> line.contains("RESOLVED 1"));
        and_nothing_else(ALVA);
    }

    @Test
    void a_look_in_the_same_instant_leaves_none_and_one_before_does_not_count() {
        story.on("2026-01-05 09:00").says(ALVA, new SiblingLinked(BO));
        story.on("2026-01-06 09:00").says(BO, assessed(false));
        story.on("2026-01-07 09:00").says(ALVA, report());
        story.on("2026-01-08 09:00").says(BO, assessed(false));
        story.says(ALVA, report());
        and_nothing_else(
                BO, "SOCIAL_SERVICES R17 RESOLVED 1 from 2026-01-07 09:00 due 2026-01-21 09:00 ended 2026-01-08 09:00");
        and_nothing_else(ALVA);
    }

    @Test
    void parted_by_either_they_are_no_siblings_and_linked_again_they_are() {
        story.on("2026-01-05 09:00").says(ALVA, new SiblingLinked(BO));
        story.on("2026-01-06 09:00").says(ALVA, report());
        story.on("2026-01-07 09:00").says(BO, new SiblingUnlinked(ALVA));
        story.says(ALVA, new SiblingLinked(BO)); // at the same instant the parting wins
        and_nothing_else(BO);
        assertThat(story.tellings(BO).getLast().telling().status()).isEqualTo(Status.WITHDRAWN);
        story.on("2026-01-08 09:00").says(ALVA, new SiblingLinked(BO));
        and_nothing_else(BO, "SOCIAL_SERVICES R17 OPEN 1 from 2026-01-06 09:00 due 2026-01-20 09:00");
    }

    @Test
    void what_is_still_to_come_waits_for_its_time() {
        story.on("2026-01-05 09:00").saysOf("2026-01-09 09:00", ALVA, new SiblingLinked(BO));
        story.saysOf("2026-01-12 09:00", ALVA, report());
        story.saysOf("2026-01-20 09:00", BO, new SiblingUnlinked(ALVA));
        story.on("2026-01-12 08:59");
        and_nothing_else(BO);
        story.on("2026-01-12 09:00");
        and_nothing_else(BO, "SOCIAL_SERVICES R17 OPEN 1 from 2026-01-12 09:00 due 2026-01-26 09:00");
        story.on("2026-01-20 09:00");
        and_nothing_else(BO);
        assertThat(story.tellings(BO).getLast().cause()).contains(Cause.LATE_EVENT);
    }

    @Test
    void a_report_or_a_link_taken_back_recalls_it_for_that_reason() {
        UUID link = story.on("2026-01-05 09:00").says(ALVA, new SiblingLinked(BO));
        UUID report = story.on("2026-01-06 09:00").says(ALVA, report());
        story.says(BO, report());
        assertThat(story.told(ALVA)).hasSize(1);
        story.retracts(report, ALVA);
        and_nothing_else(BO);
        assertThat(story.tellings(BO).getLast().cause()).contains(Cause.RETRACTED);
        assertThat(story.told(ALVA)).hasSize(1);
        story.corrects(link, ALVA, new SiblingLinked(CAJ));
        and_nothing_else(ALVA);
        assertThat(story.tellings(ALVA).getLast().cause()).contains(Cause.CORRECTED);
        and_nothing_else(CAJ);
    }

    @Test
    void nothing_is_told_of_a_child_that_is_no_sibling_or_of_the_child_itself() {
        story.on("2026-01-05 09:00").says(ALVA, new SiblingLinked(ALVA));
        UUID link = story.says(ALVA, new SiblingLinked(BO));
        story.on("2026-01-06 09:00").says(ALVA, report());
        story.on("2026-01-07 09:00").says(BO, new SiblingUnlinked(ALVA));
        // told still that there was a link, and nothing of what happens
        assertThat(told(BO).links()).extracting(SiblingTold.Link::eventId).containsExactly(link);
        assertThat(told(BO).triggers()).isEmpty();
        int parcels = story.parcels();
        story.on("2026-01-08 09:00").says(ALVA, report());
        assertThat(story.parcels()).isEqualTo(parcels);
        and_nothing_else(ALVA);
        and_nothing_else(BO);
    }

    private SiblingTold told(UUID child) {
        return (SiblingTold) story.child(child)
                .kin()
                .get(new Crossing.Key(Crossing.Kind.SIBLING, ALVA))
                .orElseThrow();
    }

    private void and_nothing_else(UUID child, String... lines) {
        assertThat(story.told(child)).containsExactly(lines);
    }
}
