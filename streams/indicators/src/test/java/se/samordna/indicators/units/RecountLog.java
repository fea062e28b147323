package se.samordna.indicators.units;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Event;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.SchoolFact.AbsenceInquiryClosed;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** The effective events of a child at an instant, in order, and what rules.md calls active and released. */
record RecountLog(List<Standing> facts, Instant now) {

    /** Active from its opener until, not at, its closer; {@code to} is the end of time while it lasts. */
    record Active(Standing opener, Instant to) {
        boolean at(Instant t) {
            return !opener.at().isAfter(t) && t.isBefore(to);
        }
    }

    static RecountLog of(List<Event> log, Instant now) {
        return new RecountLog(
                Standing.of(log).stream()
                        .filter(fact -> !fact.at().isAfter(now))
                        .sorted(Comparator.comparing(Standing::at)
                                .thenComparing(fact -> fact.id().toString()))
                        .toList(),
                now);
    }

    RecountLog own(Agency agency) {
        return only(fact -> fact.event().agency() == agency);
    }

    /** What the gate released: design.md, The gate; rules.md, reads. */
    RecountLog released() {
        return only(fact -> switch (fact.event().ground()) {
            case OWN, REPORT_DUTY, CHILD_CARE_NEED, CRIME_PREVENTION -> true;
            case INVESTIGATION_DUTY ->
                investigations().stream().anyMatch(open -> open.to().isAfter(fact.at()));
            case CONSENT ->
                fact.event().consentId().flatMap(this::consent).stream()
                        .anyMatch(given -> given.from().contains(fact.event().agency())
                                && (fact.event().agency() == Agency.SOCIAL_SERVICES
                                        || given.to().contains(Agency.SOCIAL_SERVICES)));
            case NONE -> false;
        });
    }

    private Optional<ConsentGiven> consent(String id) {
        Instant withdrawn = of(ConsentWithdrawn.class, each -> each.consentId().equals(id)).stream()
                .map(Standing::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return of(ConsentGiven.class, each -> each.consentId().equals(id)).reversed().stream()
                .findFirst()
                .filter(last -> last.at().isAfter(withdrawn))
                .map(last -> (ConsentGiven) last.event().body())
                .filter(given -> given.validUntil()
                        .map(date -> now.isBefore(Standing.endOf(date)))
                        .orElse(true));
    }

    private RecountLog only(Predicate<Standing> which) {
        return new RecountLog(facts.stream().filter(which).toList(), now);
    }

    List<Standing> of(Class<? extends Body> type) {
        return of(type, each -> true);
    }

    <B extends Body> List<Standing> of(Class<B> type, Predicate<B> which) {
        return facts.stream()
                .filter(fact -> type.isInstance(fact.event().body())
                        && which.test(type.cast(fact.event().body())))
                .toList();
    }

    /** The first at or after an instant. */
    static Optional<Standing> first(List<Standing> any, Instant from) {
        return any.stream().filter(fact -> !fact.at().isBefore(from)).findFirst();
    }

    static boolean anyIn(List<Standing> any, Instant from, Instant through) {
        return first(any, from).filter(fact -> !fact.at().isAfter(through)).isPresent();
    }

    List<Active> investigations() {
        return active(
                InvestigationOpened.class,
                InvestigationOpened::investigationId,
                InvestigationClosed.class,
                InvestigationClosed::investigationId);
    }

    List<Active> supports() {
        return active(SupportStarted.class, SupportStarted::supportId, SupportEnded.class, SupportEnded::supportId);
    }

    List<Active> placements() {
        return active(
                PlacementStarted.class,
                PlacementStarted::placementId,
                PlacementEnded.class,
                PlacementEnded::placementId);
    }

    List<Active> inquiries() {
        return active(
                AbsenceInquiryOpened.class,
                AbsenceInquiryOpened::inquiryId,
                AbsenceInquiryClosed.class,
                AbsenceInquiryClosed::inquiryId);
    }

    List<Active> sips() {
        return active(SipStarted.class, SipStarted::sipId, SipClosed.class, SipClosed::sipId);
    }

    List<Active> bup() {
        var found = new java.util.ArrayList<Active>();
        for (Standing contact : of(BupContact.class)) {
            if (found.stream().noneMatch(each -> each.at(contact.at()))) {
                Instant to = first(of(BupClosed.class), contact.at())
                        .map(Standing::at)
                        .orElse(Instant.MAX);
                if (to.isAfter(contact.at())) {
                    found.add(new Active(contact, to));
                }
            }
        }
        return found;
    }

    private <O extends Body, C extends Body> List<Active> active(
            Class<O> opens, Function<O, String> opened, Class<C> closes, Function<C, String> closed) {
        return of(opens).stream()
                .flatMap(opener -> {
                    String id = opened.apply(opens.cast(opener.event().body()));
                    Instant to = first(of(closes, each -> closed.apply(each).equals(id)), opener.at())
                            .map(Standing::at)
                            .orElse(Instant.MAX);
                    return to.isAfter(opener.at()) ? Stream.of(new Active(opener, to)) : Stream.empty();
                })
                .toList();
    }

    static Instant plus(Instant at, int days) {
        return at.plus(Duration.ofDays(days));
    }
}
