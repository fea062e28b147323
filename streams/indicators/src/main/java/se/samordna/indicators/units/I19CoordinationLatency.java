package se.samordna.indicators.units;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Body;
import se.samordna.rules.Fact;
import se.samordna.rules.Order;
import se.samordna.rules.PoliceFact.PoliceIncident;
import se.samordna.rules.PoliceFact.YouthCrimeNotified;
import se.samordna.rules.Reads;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.JointVisitDone;
import se.samordna.rules.SocialFact.SupportStarted;
import se.samordna.rules.View;

/**
 * I19: from the day a second agency knows of the child until the agencies first act together, by a coordinated plan
 * (SIP) or a joint visit; the median of the days between. Tidslinjen (Östersund A5, Borås B3).
 */
record I19CoordinationLatency() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.COORDINATION_LATENCY;
    }

    @Override
    public Reads reads() {
        return new Reads.Released();
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(
                ConcernReportReceived.class,
                InvestigationOpened.class,
                SupportStarted.class,
                BupReferralReceived.class,
                BupContact.class,
                AbsenceInquiryOpened.class,
                PoliceIncident.class,
                YouthCrimeNotified.class,
                SipStarted.class,
                JointVisitDone.class);
    }

    @Override
    public List<Unit> units(View facts) {
        Optional<Fact<?>> second = Stream.of(
                        first(facts, ConcernReportReceived.class, InvestigationOpened.class, SupportStarted.class),
                        first(facts, BupReferralReceived.class, BupContact.class),
                        first(facts, AbsenceInquiryOpened.class),
                        first(facts, PoliceIncident.class, YouthCrimeNotified.class))
                .flatMap(Optional::stream)
                .sorted(Order.FACTS)
                .skip(1)
                .findFirst();
        return second.stream()
                .flatMap(g -> inOrder(facts, SipStarted.class, JointVisitDone.class)
                        .filter(together -> !together.at().isBefore(g.at()))
                        .limit(1)
                        .map(together -> Unit.lasted(together, g.at(), together.at())))
                .toList();
    }

    @SafeVarargs
    private static Optional<Fact<?>> first(View facts, Class<? extends Body>... types) {
        return inOrder(facts, types).findFirst();
    }

    @SafeVarargs
    private static Stream<Fact<?>> inOrder(View facts, Class<? extends Body>... types) {
        return Stream.of(types)
                .<Fact<?>>flatMap(type -> facts.of(type).stream())
                .sorted(Order.FACTS);
    }
}
