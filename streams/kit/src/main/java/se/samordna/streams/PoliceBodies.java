package se.samordna.streams;

import se.samordna.events.JointVisitRequested;
import se.samordna.events.PoliceIncident;
import se.samordna.events.YouthCrimeNotified;
import se.samordna.rules.PoliceFact;

/** What the police send, field by field from its Avro record to the domain. */
final class PoliceBodies {

    private PoliceBodies() {}

    static void addTo(Bodies bodies) {
        bodies.on(
                PoliceIncident.class,
                r -> new PoliceFact.PoliceIncident(
                        r.getIncidentId(),
                        PoliceFact.IncidentKind.valueOf(r.getKind().name()),
                        r.getChildPresent()));
        bodies.on(YouthCrimeNotified.class, r -> new PoliceFact.YouthCrimeNotified(r.getNoticeId()));
        bodies.on(JointVisitRequested.class, r -> new PoliceFact.JointVisitRequested(r.getIncidentId()));
    }
}
