package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samordna.rules.SiblingTold.Trigger;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.SiblingAssessed;
import se.samordna.rules.SocialFact.SiblingLinked;
import se.samordna.rules.SocialFact.SiblingUnlinked;

/**
 * Sibling unassessed: a report, immediate danger or a placement concerns one child, and nobody has looked at its sibling
 * (SoL 20:1, 14:2). The alert is on the sibling and says of the other child nothing but the id of its event.
 */
public record R17(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    sv = "dagar inom vilka syskonet bedöms också",
                    en = "days within which the sibling is assessed too")
            int assessDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 14);
    }

    private static final Card CARD = new Card(
            RuleId.R17,
            1,
            "sibling-unassessed",
            new Card.Text(
                    "Ett syskon är föremål för orosanmälan, fara eller placering; barnet har inte bedömts.",
                    "A sibling is reported, in danger or placed; this child has not been assessed."),
            new Card.Text(
                    "När något händer ett barn kan dess syskon ha samma behov av skydd: de bedöms inom {assessDays}"
                            + " dagar.",
                    "When something happens to a child, its siblings may need the same protection: they are assessed"
                            + " within {assessDays} days."),
            "SoL 20:1, 14:2",
            "ASSESS_SIBLING",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(
                    SiblingLinked.class,
                    SiblingUnlinked.class,
                    SiblingAssessed.class,
                    ProtectionAssessed.class,
                    InvestigationOpened.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Trigger> triggers = facts.siblingTriggers();
        if (triggers.isEmpty()) {
            return List.of();
        }
        String municipality = facts.lastMunicipality().orElse("");
        Closers assessed = new Closers()
                .addAny(facts.of(SiblingAssessed.class))
                .addAny(facts.of(ProtectionAssessed.class))
                .addAny(facts.of(InvestigationOpened.class));
        return triggers.stream()
                .map(x -> span(x, municipality, assessed.first(x.at())))
                .toList();
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(SiblingAssessed.class, ProtectionAssessed.class, InvestigationOpened.class);
    }

    private Span span(Trigger x, String municipality, Instant to) {
        Anchor anchor =
                new Anchor(x.eventId(), "", "", municipality, SOCIAL_SERVICES, Ground.OWN, x.at(), Optional.empty());
        Evidence bare = new Evidence(x.eventId(), Optional.empty(), Optional.empty());
        return new Span(anchor, x.at(), to, Calendar.plusDays(x.at(), settings.assessDays), List.of(bare));
    }
}
