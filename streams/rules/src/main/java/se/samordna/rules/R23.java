package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.rules.SocialFact.SupportDecided;
import se.samordna.rules.SocialFact.SupportDecisionRevoked;
import se.samordna.rules.SocialFact.SupportStarted;

/** Decided, not started: support was decided on and a month later has not begun. */
public record R23(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 366,
                    sv = "dagar efter beslutet kommer larmet",
                    en = "days after the decision the alert comes")
            int alertDays,

            @Setting(sv = "dagar därefter att börja", en = "days then within which to start")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 30, 7);
    }

    private static final Card CARD = new Card(
            RuleId.R23,
            1,
            "decided-not-started",
            new Card.Text("En beslutad insats har inte börjat.", "Support was decided on and has not started."),
            new Card.Text(
                    "En insats som beslutats ska börja inom {alertDays} dagar; annars får barnet vänta på hjälp som"
                            + " det har rätt"
                            + " till.",
                    "Support that is decided on is to start within {alertDays} days; else the child waits for help"
                            + " that it has a"
                            + " right to."),
            "plan A7",
            "START_SUPPORT",
            Severity.MEDIUM,
            Severity.MEDIUM,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(SupportDecided.class, SupportStarted.class, SupportDecisionRevoked.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<SupportDecided>> decided = facts.of(SupportDecided.class);
        if (decided.isEmpty()) {
            return List.of();
        }
        Closers closers = new Closers()
                .add(facts.of(SupportStarted.class), SupportStarted::supportId)
                .add(facts.of(SupportDecisionRevoked.class), SupportDecisionRevoked::supportId);
        return decided.stream()
                .map(s -> {
                    Instant from = Calendar.plusDays(s.at(), settings.alertDays);
                    Instant to = closers.first(s.body().supportId(), s.at());
                    Instant due = Calendar.plusDays(from, settings.actDays);
                    return new Span(Anchor.of(s), from, to, due, List.of(Evidence.of(s)));
                })
                .toList();
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(SupportStarted.class, SupportDecisionRevoked.class);
    }
}
