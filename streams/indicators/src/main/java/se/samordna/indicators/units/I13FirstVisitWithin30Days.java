package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Fact;
import se.samordna.rules.FirstVisits;
import se.samordna.rules.Reads;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.View;

/**
 * I13: each referral to child psychiatry (BUP) that came to a first visit before BUP closed it, when that visit is; in
 * the numerator if within 30 days. The first half of the 30 + 30-day target (Östersund A4).
 */
record I13FirstVisitWithin30Days() implements UnitIndicator {

    private static final int DAYS = 30;

    @Override
    public Definition definition() {
        return Definitions.FIRST_VISIT_IN_TIME;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.REGION);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(BupReferralReceived.class, BupContact.class, BupClosed.class);
    }

    @Override
    public List<Unit> units(View facts) {
        return visited(facts).stream()
                .map(each -> Unit.at(
                        each.referral(),
                        each.visit().at(),
                        Figure.one(isWithin30Days(
                                each.referral().at(), each.visit().at()))))
                .toList();
    }

    /** A referral and its first visit. */
    record Visited(Fact<BupReferralReceived> referral, Fact<BupContact> visit) {}

    /** The referrals that were not closed before their first visit. */
    static List<Visited> visited(View facts) {
        var visits = new FirstVisits(facts);
        return facts.of(BupReferralReceived.class).stream()
                .flatMap(b -> visits.of(b).stream()
                        .filter(f -> visits.waitEnds(b).equals(f.at()))
                        .map(f -> new Visited(b, f)))
                .toList();
    }

    static boolean isWithin30Days(Instant begin, Instant end) {
        return !end.isAfter(Calendar.plusDays(begin, DAYS));
    }
}
