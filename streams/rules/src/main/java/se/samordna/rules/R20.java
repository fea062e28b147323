package se.samordna.rules;

import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.BupTreatmentStarted;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** BUP wait: thirty days from referral to first visit, and thirty more to treatment (the 30+30-day target). */
public record R20(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(most = 366, sv = "dagar från remiss till första besök", en = "days from referral to first visit")
            int visitDays,

            @Setting(
                    most = 366,
                    sv = "dagar från första besök till behandling",
                    en = "days from first visit to treatment")
            int treatmentDays,

            @Setting(sv = "dagar därefter att erbjuda en tid", en = "days then within which to offer a time")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 30, 30, 7);
    }

    private static final Card CARD = new Card(
            RuleId.R20,
            1,
            "bup-wait",
            new Card.Text(
                    "Barnet har väntat på BUP längre än målet.",
                    "The child has waited for child psychiatry longer than the target."),
            new Card.Text(
                    "Målet är ett första besök inom {visitDays} dagar från remissen och behandling inom"
                            + " {treatmentDays} dagar från"
                            + " besöket. Har socialtjänsten ett öppet ärende får den veta att väntan är för lång.",
                    "The target is a first visit within {visitDays} days of the referral and treatment within"
                            + " {treatmentDays} days"
                            + " of the visit. Social services, if they have an open case, are told that the wait is too"
                            + " long."),
            "30+30-dagarsmålet; plan A4, A5",
            "OFFER_BUP_TIME",
            Severity.MEDIUM,
            Severity.MEDIUM,
            new Reads.Own(REGION),
            List.of(Tells.full(REGION), Tells.noticeIfCaseOpen(SOCIAL_SERVICES, "bup-wait-exceeded")),
            Set.of(
                    BupReferralReceived.class,
                    BupContact.class,
                    BupTreatmentStarted.class,
                    BupClosed.class,
                    InvestigationOpened.class,
                    InvestigationClosed.class,
                    SupportStarted.class,
                    SupportEnded.class,
                    PlacementStarted.class,
                    PlacementEnded.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<BupReferralReceived>> referrals = facts.of(BupReferralReceived.class);
        if (referrals.isEmpty()) {
            return List.of();
        }
        FirstVisits visits = new FirstVisits(facts);
        Closers treated = new Closers()
                .addOptional(facts.of(BupTreatmentStarted.class), BupTreatmentStarted::referralId)
                .addAny(facts.of(BupClosed.class));
        return referrals.stream()
                .flatMap(b -> Stream.concat(
                        Stream.of(visit(b, visits.waitEnds(b))),
                        visits.of(b).stream()
                                .map(f -> treatment(b, f, treated.first(b.body().referralId(), b.at())))))
                .toList();
    }

    /** (a) The wait for the first visit. */
    private Span visit(Fact<?> b, Instant to) {
        Instant from = Calendar.plusDays(b.at(), settings.visitDays);
        return new Span(
                Anchor.of(b, "/a"), from, to, Calendar.plusDays(from, settings.actDays), List.of(Evidence.of(b)));
    }

    /** (b) The wait for treatment after it. */
    private Span treatment(Fact<?> b, Fact<?> f, Instant to) {
        Instant from = Calendar.plusDays(f.at(), settings.treatmentDays);
        List<Evidence> evidence = List.of(Evidence.of(b), Evidence.of(f));
        return new Span(Anchor.of(b, "/b"), from, to, Calendar.plusDays(from, settings.actDays), evidence);
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return anchor.suffix().equals("/a")
                ? Set.of(BupContact.class, BupClosed.class)
                : Set.of(BupTreatmentStarted.class, BupClosed.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        boolean visit = span.anchor().suffix().equals("/a");
        Optional<Instant> begun = visit
                ? Optional.of(span.anchor().at())
                : facts.of(BupContact.class).stream()
                        .filter(f -> f.id().equals(span.evidence().getLast().eventId()))
                        .map(Fact::at)
                        .findFirst();
        return begun.stream()
                .map(at -> Condition.daysAtLeast(
                        Condition.Kind.WAITED,
                        at,
                        facts.until(span.to()),
                        visit ? settings.visitDays : settings.treatmentDays,
                        REGION))
                .toList();
    }
}
