package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Closers;
import se.samordna.rules.Fact;
import se.samordna.rules.Reads;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.BupTreatmentStarted;
import se.samordna.rules.View;

/**
 * I14: each referral of I13 whose treatment has begun, at the later of visit and treatment; in the numerator if within
 * 30 days of the visit. The other half of the 30 + 30-day target (Östersund A4).
 */
record I14TreatmentWithin30Days() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.TREATMENT_IN_TIME;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.REGION);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(BupReferralReceived.class, BupContact.class, BupClosed.class, BupTreatmentStarted.class);
    }

    @Override
    public List<Unit> units(View facts) {
        var treated = new Closers().addOptional(facts.of(BupTreatmentStarted.class), BupTreatmentStarted::referralId);
        return I13FirstVisitWithin30Days.visited(facts).stream()
                .flatMap(each -> treated.closer(each.referral().body().referralId(), each.referral()).stream()
                        .map(treatment -> unit(each.referral(), each.visit().at(), treatment.at())))
                .toList();
    }

    private static Unit unit(Fact<?> referral, Instant visit, Instant treatment) {
        return Unit.at(
                referral,
                treatment.isAfter(visit) ? treatment : visit,
                Figure.one(I13FirstVisitWithin30Days.isWithin30Days(visit, treatment)));
    }
}
