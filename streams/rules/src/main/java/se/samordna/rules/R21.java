package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.rules.SocialFact.CaseworkerAssigned;
import se.samordna.rules.SocialFact.CaseworkerUnassigned;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** Child without caseworker: the caseworker left, the case is open and nobody has it (SoL 22:12). */
public record R21(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    sv = "dagar utan handläggare innan larmet kommer",
                    en = "days without a caseworker before the alert comes")
            int alertDays,

            @Setting(sv = "dagar därefter att utse en", en = "days then within which to assign one")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 5, 2);
    }

    private static final Card CARD = new Card(
            RuleId.R21,
            1,
            "child-without-caseworker",
            new Card.Text(
                    "Barnet har ett öppet ärende men ingen handläggare.",
                    "The child has an open case but no caseworker."),
            new Card.Text(
                    "Ett barn med utredning, insats eller placering ska ha en namngiven socialsekreterare; när en slutar"
                            + " ska en ny utses inom några dagar.",
                    "A child under investigation, with support or placed is to have a named caseworker; when one leaves"
                            + " another is assigned within days."),
            "SoL 22:12",
            "ASSIGN_CASEWORKER",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(
                    CaseworkerUnassigned.class,
                    CaseworkerAssigned.class,
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
        List<Fact<CaseworkerUnassigned>> unassigned = facts.of(CaseworkerUnassigned.class);
        if (unassigned.isEmpty()) {
            return List.of();
        }
        List<Interval> open = facts.openCase();
        Closers assigned = new Closers().addAny(facts.of(CaseworkerAssigned.class));
        return unassigned.stream()
                .flatMap(u ->
                        open.stream().filter(o -> o.holdsAt(u.at())).map(o -> span(u, o.to(), assigned.first(u.at()))))
                .toList();
    }

    private Span span(Fact<?> u, Instant noCase, Instant assigned) {
        Instant from = Calendar.plusDays(u.at(), settings.alertDays);
        Instant to = assigned.isBefore(noCase) ? assigned : noCase;
        Instant due = Calendar.plusDays(from, settings.actDays);
        return new Span(Anchor.of(u), from, to, due, List.of(Evidence.of(u)));
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(CaseworkerAssigned.class, InvestigationClosed.class, SupportEnded.class, PlacementEnded.class);
    }
}
