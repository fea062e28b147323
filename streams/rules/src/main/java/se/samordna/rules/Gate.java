package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/**
 * What may be joined now (design decision 4; rules.md, reads). An investigation or consent that opens the gate need not
 * be released itself.
 */
public final class Gate {

    /** The types that may open or shut it. */
    public static final Set<Class<? extends Body>> KEYS =
            Set.of(InvestigationOpened.class, InvestigationClosed.class, ConsentGiven.class, ConsentWithdrawn.class);

    private final Instant now;
    private final Instant lastOpenUntil;
    private final Consents consents;

    private Gate(Standing standing, Instant now) {
        this.now = now;
        consents = new Consents(standing, now);
        lastOpenUntil = Activity.investigations(
                        standing.of(InvestigationOpened.class, now), standing.of(InvestigationClosed.class, now))
                .stream()
                .map(Activity::to)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** The gate of a child at an instant. */
    public static Gate of(Child child, Instant now) {
        return new Gate(child.standing(), now);
    }

    public GateStatus status(Fact<?> fact) {
        return status(fact.event());
    }

    /** What the gate says of an event, were it the one that stands. */
    GateStatus status(Event event) {
        return status(event.occurredAt(), event.ground(), event.consentId(), event.agency());
    }

    /** What it says of the event of an anchor. */
    GateStatus status(Anchor anchor) {
        return status(anchor.at(), anchor.ground(), anchor.consentId(), anchor.agency());
    }

    private GateStatus status(Instant at, Ground ground, Optional<String> consentId, Agency agency) {
        if (at.isAfter(now)) {
            return GateStatus.NOT_YET;
        }
        return switch (ground) {
            case OWN, REPORT_DUTY, CHILD_CARE_NEED, CRIME_PREVENTION -> GateStatus.RELEASED;
            // open at an instant in [event, now]: some investigation was still open after the event
            case INVESTIGATION_DUTY -> lastOpenUntil.isAfter(at) ? GateStatus.RELEASED : GateStatus.NO_INVESTIGATION;
            case CONSENT -> consents.status(consentId, agency);
            case NONE -> GateStatus.NO_GROUND;
        };
    }

    boolean releases(Fact<?> fact) {
        return status(fact.event()) == GateStatus.RELEASED;
    }

    /** Whether the event of an anchor is released: of a run, it stands for all its days. */
    boolean releases(Anchor anchor) {
        return status(anchor) == GateStatus.RELEASED;
    }

    /** Whether an active consent of any id names the agency in its {@code to}. */
    public boolean consentTo(Agency agency) {
        return consents.anyTo(agency);
    }

    /** The next later instant at which a consent ends by its date. */
    public Optional<Instant> nextChange() {
        return consents.nextEnd();
    }
}
