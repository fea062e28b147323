package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SharedFact.GoalsMet;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.IrmelinCaseResolved;
import se.samordna.rules.SocialFact.LssDecided;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** Disability plan missing (Irmelin, plan A5). */
class R26Test {

    private final Story story = new Story(new R26(R26.Settings.DEFAULT));

    private static final String MISSING = "SOCIAL_SERVICES R26 OPEN 1 from 2026-02-11 10:00 due 2026-02-25 10:00";

    private UUID supportThenLss() {
        story.on("2026-01-05 10:00").says(new SupportStarted("s1", "FAMILY"));
        return story.on("2026-01-12 10:00").says(new LssDecided());
    }

    @Test
    void a_month_of_support_under_both_laws_until_irmelin_resolves_it() {
        UUID lss = supportThenLss();
        story.on("2026-02-11 09:59");
        told();
        story.on("2026-02-11 10:00");
        told(MISSING);
        assertThat(story.tellings().getFirst().telling().alertId()).isEqualTo(story.alert(RuleId.R26, lss));
        assertThat(story.evidence(SOCIAL_SERVICES)).containsExactlyInAnyOrder("SupportStarted", "LssDecided");
        story.on("2026-02-12 10:00").says(new IrmelinCaseResolved());
        and_nothing_else(
                "SOCIAL_SERVICES R26 RESOLVED 1 from 2026-02-11 10:00 due 2026-02-25 10:00 ended 2026-02-12 10:00");
    }

    @Test
    void supports_that_overlap_are_one_and_a_later_one_is_another_under_its_own_start() {
        supportThenLss();
        story.on("2026-01-20 10:00").says(new SupportStarted("s2", "HOME"));
        story.on("2026-01-20 10:00").says(new SupportEnded("s1", "DONE"));
        story.on("2026-02-12 10:00").says(new SupportEnded("s2", "DONE"));
        UUID later = story.on("2026-03-01 10:00").says(new SupportStarted("s3", "HOME"));
        story.on("2026-03-31 11:00");
        assertThat(story.tellings().getLast().telling().alertId()).isEqualTo(story.alert(RuleId.R26, later));
        and_nothing_else(
                "SOCIAL_SERVICES R26 OPEN 1 from 2026-03-31 11:00 due 2026-04-14 11:00",
                "SOCIAL_SERVICES R26 RESOLVED 1 from 2026-02-11 10:00 due 2026-02-25 10:00 ended 2026-02-12 10:00");
    }

    @Test
    void a_plan_at_its_start_or_within_the_month_is_enough() {
        story.on("2026-01-01 10:00").says(new SipStarted("p1", List.of(REGION)));
        supportThenLss();
        story.on("2026-01-13 10:00").says(new SipClosed("p1", GoalsMet.NO)); // it was active when the two met
        story.on("2026-02-20 10:00").says(new SupportEnded("s1", "DONE"));
        story.on("2026-02-21 10:00").says(new SupportStarted("s2", "FAMILY"));
        story.on("2026-03-01 10:00").says(new SipStarted("p2", List.of(REGION)));
        story.on("2026-08-01 10:00");
        and_nothing_else();
    }

    @Test
    void health_hears_of_it_only_while_a_consent_names_it() {
        supportThenLss();
        story.on("2026-02-11 10:00").says(new ConsentGiven("c1", List.of(), List.of(REGION, SCHOOL), Optional.empty()));
        told("REGION sip-proposed OPEN due 2026-02-26 00:00", MISSING);
        story.on("2026-02-12 10:00").says(new ConsentWithdrawn("c1"));
        and_nothing_else(MISSING);
    }

    @Test
    void a_decision_held_back_comes_with_an_investigation_and_goes_with_its_retraction() {
        story.on("2026-01-05 10:00").says(new SupportStarted("s1", "FAMILY"));
        UUID lss = story.on("2026-01-12 10:00").says(Ground.INVESTIGATION_DUTY, new LssDecided());
        story.on("2026-02-12 10:00");
        told();
        story.says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        told(MISSING);
        story.retracts(lss);
        and_nothing_else();
    }

    @Test
    void a_late_decision_moves_the_anchor_and_the_old_alert_names_its_successor() {
        UUID lss = supportThenLss();
        story.on("2026-02-12 10:00");
        told(MISSING);
        UUID earlier = story.saysOf("2026-01-10 10:00", new LssDecided());
        Alert old = (Alert) story.tellings().get(story.tellings().size() - 2).telling();
        assertThat(old.alertId()).isEqualTo(story.alert(RuleId.R26, lss));
        assertThat(old.supersededBy()).contains(story.alert(RuleId.R26, earlier));
        story.corrects(earlier, "2026-01-11 10:00", new LssDecided());
        and_nothing_else("SOCIAL_SERVICES R26 OPEN 1 from 2026-02-10 10:00 due 2026-02-24 10:00");
    }

    private void told(String... lines) {
        assertThat(story.told()).containsExactly(lines);
    }

    private void and_nothing_else(String... lines) {
        told(lines);
    }
}
