package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.rules.SocialFact.ChildConversationHeld;
import se.samordna.rules.SocialFact.ChildConversationNotPossible;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** Child not heard: an investigation goes on and nobody has talked with the child (barnkonventionen art. 12). */
public record R22(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 120,
                    sv = "dagar in i utredningen kommer larmet",
                    en = "days into the investigation the alert comes")
            int alertDays,

            @Setting(sv = "dagar därefter att tala med barnet", en = "days then within which to talk with the child")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 60, 14);
    }

    private static final Card CARD = new Card(
            RuleId.R22,
            1,
            "child-not-heard",
            new Card.Text(
                    "Barnet har inte fått komma till tals i utredningen.",
                    "The child has not been heard in the investigation."),
            new Card.Text(
                    "Barnet har rätt att höras i frågor som rör det. Efter {alertDays} dagar ska ett samtal ha"
                            + " hållits, eller"
                            + " skälet till att det inte går vara angivet.",
                    "A child has the right to be heard in what concerns it. After {alertDays} days a conversation"
                            + " has been"
                            + " held, or the reason why it is not possible is stated."),
            "art. 12 barnkonventionen; plan A2",
            "HEAR_THE_CHILD",
            Severity.MEDIUM,
            Severity.MEDIUM,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(
                    InvestigationOpened.class,
                    InvestigationClosed.class,
                    ChildConversationHeld.class,
                    ChildConversationNotPossible.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<InvestigationOpened>> opened = facts.of(InvestigationOpened.class);
        if (opened.isEmpty()) {
            return List.of();
        }
        Closers closers = new Closers()
                .addOptional(facts.of(ChildConversationHeld.class), ChildConversationHeld::investigationId)
                .add(facts.of(ChildConversationNotPossible.class), ChildConversationNotPossible::investigationId)
                .add(facts.of(InvestigationClosed.class), InvestigationClosed::investigationId);
        return opened.stream()
                .map(i -> {
                    Instant from = Calendar.plusDays(i.at(), settings.alertDays);
                    Instant to = closers.first(i.body().investigationId(), i.at());
                    Instant due = Calendar.plusDays(from, settings.actDays);
                    return new Span(Anchor.of(i), from, to, due, List.of(Evidence.of(i)));
                })
                .toList();
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(ChildConversationHeld.class, ChildConversationNotPossible.class, InvestigationClosed.class);
    }
}
