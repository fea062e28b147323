package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.rules.GateStatus.RELEASED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

class GateTest {

    private final Story story = new Story();

    private GateStatus status(UUID id) {
        return Timeline.of(story.child(), story.now(), id).orElseThrow();
    }

    private static BupContact contact() {
        return new BupContact("c1", RegionFact.ContactKind.URGENT);
    }

    @Test
    void some_grounds_always_release_and_none_never_does() {
        story.on("2026-01-12 09:00");
        for (Ground ground : List.of(Ground.OWN, Ground.REPORT_DUTY, Ground.CHILD_CARE_NEED, Ground.CRIME_PREVENTION)) {
            assertThat(status(story.says(ground, contact()))).isEqualTo(RELEASED);
        }
        assertThat(status(story.says(Ground.NONE, contact()))).isEqualTo(GateStatus.NO_GROUND);
    }

    @Test
    void the_duty_to_inform_releases_once_an_investigation_is_open_after_the_event_and_for_good() {
        UUID before = story.on("2026-01-12 09:00").says(Ground.INVESTIGATION_DUTY, contact());
        assertThat(status(before)).isEqualTo(GateStatus.NO_INVESTIGATION);
        story.on("2026-01-13 09:00").says(Ground.NONE, new InvestigationOpened("i1", Optional.empty(), List.of()));
        assertThat(status(before)).isEqualTo(RELEASED); // though the investigation itself is held
        UUID during = story.on("2026-01-14 09:00").says(Ground.INVESTIGATION_DUTY, contact());
        story.on("2026-01-15 09:00").says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.NO_SUPPORT));
        UUID after = story.says(Ground.INVESTIGATION_DUTY, contact());
        assertThat(status(before)).isEqualTo(RELEASED);
        assertThat(status(during)).isEqualTo(RELEASED);
        assertThat(status(after)).isEqualTo(GateStatus.NO_INVESTIGATION);
    }

    @Test
    void an_investigation_closed_in_the_instant_it_opened_was_never_open() {
        UUID contact = story.on("2026-01-12 09:00").says(Ground.INVESTIGATION_DUTY, contact());
        story.on("2026-01-13 09:00").says(new InvestigationOpened("i1", Optional.empty(), List.of()));
        story.says(new InvestigationClosed("i1", SocialCode.InvestigationOutcome.NO_SUPPORT));
        assertThat(status(contact)).isEqualTo(GateStatus.NO_INVESTIGATION);
    }

    @Test
    void a_consent_releases_while_it_is_given_runs_and_covers() {
        UUID contact = story.on("2026-01-12 09:00").saysBy("c1", contact());
        assertThat(status(contact)).isEqualTo(GateStatus.NO_CONSENT);
        story.says(consent(List.of(Agency.REGION), List.of(Agency.SCHOOL), Optional.empty()));
        assertThat(status(contact)).isEqualTo(GateStatus.CONSENT_NOT_COVERING);
        story.on("2026-01-13 09:00")
                .says(consent(
                        List.of(Agency.REGION),
                        List.of(Agency.SOCIAL_SERVICES),
                        Optional.of(LocalDate.of(2026, 1, 14))));
        assertThat(status(contact)).isEqualTo(RELEASED);
        story.on("2026-01-15 00:00");
        assertThat(status(contact)).isEqualTo(GateStatus.CONSENT_ENDED);
        story.says(consent(List.of(Agency.REGION), List.of(Agency.SOCIAL_SERVICES), Optional.empty()));
        assertThat(status(contact)).isEqualTo(RELEASED);
        story.says(new ConsentWithdrawn("c1")); // at one instant, withdrawn
        assertThat(status(contact)).isEqualTo(GateStatus.CONSENT_ENDED);
    }

    private static ConsentGiven consent(List<Agency> from, List<Agency> to, Optional<LocalDate> until) {
        return new ConsentGiven("c1", from, to, until);
    }

    @Test
    void an_event_of_the_future_is_not_yet() {
        story.on("2026-01-12 09:00");
        assertThat(status(story.saysOf("2026-01-12 09:01", contact()))).isEqualTo(GateStatus.NOT_YET);
    }
}
