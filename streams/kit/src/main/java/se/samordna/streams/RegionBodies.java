package se.samordna.streams;

import java.util.Optional;
import se.samordna.events.BupClosed;
import se.samordna.events.BupContact;
import se.samordna.events.BupReferralReceived;
import se.samordna.events.BupTreatmentStarted;
import se.samordna.events.FamilyCentreVisit;
import se.samordna.events.HealthExamDeclined;
import se.samordna.events.HealthExamDone;
import se.samordna.events.MasDeviationClosed;
import se.samordna.events.MasDeviationReported;
import se.samordna.events.SelfHarmAssessed;
import se.samordna.events.TeamAccepted;
import se.samordna.rules.RegionFact;

/** What the region sends, field by field from its Avro record to the domain. */
final class RegionBodies {

    private RegionBodies() {}

    static void addTo(Bodies bodies) {
        bodies.on(BupReferralReceived.class, r -> new RegionFact.BupReferralReceived(r.getReferralId()));
        bodies.on(
                BupContact.class,
                r -> new RegionFact.BupContact(
                        r.getContactId(),
                        RegionFact.ContactKind.valueOf(r.getKind().name())));
        bodies.on(
                BupTreatmentStarted.class,
                r -> new RegionFact.BupTreatmentStarted(Optional.ofNullable(r.getReferralId())));
        bodies.on(BupClosed.class, _ -> new RegionFact.BupClosed());
        bodies.on(
                SelfHarmAssessed.class,
                r -> new RegionFact.SelfHarmAssessed(
                        RegionFact.Risk.valueOf(r.getRisk().name())));
        bodies.on(HealthExamDone.class, r -> new RegionFact.HealthExamDone(Optional.ofNullable(r.getPlacementId())));
        bodies.on(
                HealthExamDeclined.class,
                r -> new RegionFact.HealthExamDeclined(Optional.ofNullable(r.getPlacementId())));
        bodies.on(
                MasDeviationReported.class, r -> new RegionFact.MasDeviationReported(r.getDeviationId(), r.getKind()));
        bodies.on(MasDeviationClosed.class, r -> new RegionFact.MasDeviationClosed(r.getDeviationId()));
        bodies.on(TeamAccepted.class, _ -> new RegionFact.TeamAccepted());
        bodies.on(FamilyCentreVisit.class, _ -> new RegionFact.FamilyCentreVisit());
    }
}
