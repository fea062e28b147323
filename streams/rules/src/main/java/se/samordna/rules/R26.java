package se.samordna.rules;

import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.IrmelinCaseResolved;
import se.samordna.rules.SocialFact.LssDecided;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** Disability plan missing: support under both SoL and LSS for a month without a coordinated plan (Irmelin). */
public record R26(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 366,
                    sv = "dagar med stöd enligt båda lagarna innan larmet kommer",
                    en = "days of support under both laws before the alert comes")
            int planDays,

            @Setting(sv = "dagar därefter att agera", en = "days then within which to act")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 30, 14);
    }

    private static final Card CARD = new Card(
            RuleId.R26,
            1,
            "disability-plan-missing",
            new Card.Text(
                    "Barnet har stöd enligt både SoL och LSS utan samordnad individuell plan.",
                    "The child has support under both SoL and LSS without a coordinated individual plan."),
            new Card.Text(
                    "Ett barn med funktionsnedsättning som har insatser enligt två lagar bör inom {planDays} dagar få"
                            + " en gemensam plan eller tas upp i samordningsgruppen Irmelin.",
                    "A disabled child with support under two laws should within {planDays} days have a common plan or"
                            + " be taken up in the coordination group Irmelin."),
            "Plan A5 (Irmelin)",
            "PROPOSE_SIP",
            Severity.MEDIUM,
            Severity.MEDIUM,
            new Reads.Released(),
            List.of(Tells.full(SOCIAL_SERVICES), Tells.noticeByConsent(REGION, "sip-proposed")),
            Set.of(
                    LssDecided.class,
                    SupportStarted.class,
                    SupportEnded.class,
                    SipStarted.class,
                    SipClosed.class,
                    IrmelinCaseResolved.class),
            true);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<LssDecided>> decided = facts.of(LssDecided.class);
        List<Activity> supports = decided.isEmpty() ? List.of() : facts.supports();
        if (supports.isEmpty()) {
            return List.of();
        }
        Activity lss = new Activity(decided.getFirst(), decided.getFirst().at(), Span.NEVER);
        List<Activity> openings =
                Stream.concat(Stream.of(lss), supports.stream()).toList();
        List<Interval> plans = Interval.union(facts.sips());
        Closers coordinated =
                new Closers().addAny(facts.of(SipStarted.class)).addAny(facts.of(IrmelinCaseResolved.class));
        return Interval.both(List.of(new Interval(lss.from(), lss.to())), Interval.union(supports)).stream()
                .filter(o -> !Interval.anyAt(plans, o.from()))
                .map(o -> span(o, coordinated.first(o.from()), openings))
                .toList();
    }

    private Span span(Interval o, Instant coordinated, List<Activity> openings) {
        Fact<?> anchor = activeAt(openings, o.from()).max(Order.FACTS).orElseThrow();
        Instant from = Calendar.plusDays(o.from(), settings.planDays);
        List<Evidence> evidence = Stream.concat(Stream.of(anchor), activeAt(openings, from))
                .distinct()
                .map(Evidence::of)
                .toList();
        return new Span(
                Anchor.of(anchor),
                from,
                coordinated.isBefore(o.to()) ? coordinated : o.to(),
                Calendar.plusDays(from, settings.actDays),
                evidence);
    }

    private static Stream<Fact<?>> activeAt(List<Activity> openings, Instant t) {
        return openings.stream().filter(a -> a.isActiveAt(t)).map(Activity::opener);
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(SupportEnded.class, SipStarted.class, IrmelinCaseResolved.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        List<Activity> supports = facts.supports();
        long active = supports.stream().filter(a -> a.isActiveAt(span.from())).count();
        Stream<Condition> lasted = facts.of(LssDecided.class).stream()
                .limit(1)
                .flatMap(lss ->
                        Interval.both(List.of(new Interval(lss.at(), Span.NEVER)), Interval.union(supports)).stream())
                .filter(o -> o.holdsAt(span.from()))
                .map(o -> Condition.daysAtLeast(
                        Condition.Kind.LASTED, o.from(), facts.until(o.to()), settings.planDays, SOCIAL_SERVICES));
        return Stream.concat(Stream.of(Condition.atLeast(Condition.Kind.SUPPORTS, active, 1, SOCIAL_SERVICES)), lasted)
                .toList();
    }
}
