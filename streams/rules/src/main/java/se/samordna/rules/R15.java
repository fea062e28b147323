package se.samordna.rules;

import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.Risk;
import se.samordna.rules.RegionFact.SelfHarmAssessed;
import se.samordna.rules.SocialFact.JointCarePlanMade;
import se.samordna.rules.SocialFact.PlacementConsidered;
import se.samordna.rules.SocialFact.PlacementStarted;

/**
 * Self-harm and placement: child psychiatry finds a high risk of self-harm while a placement is considered (OSL
 * 25:12).
 */
public record R15(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    most = 366,
                    sv = "dagar mellan bedömningen och övervägandet, högst",
                    en = "days between assessment and consideration, at most")
            int pairDays,

            @Setting(most = 168, sv = "timmar att planera tillsammans", en = "hours within which to plan together")
            int planHours)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 30, 24);
    }

    private static final Card CARD = new Card(
            RuleId.R15,
            1,
            "self-harm-and-placement",
            new Card.Text(
                    "Ett barn med hög risk för självskada kan komma att placeras: planera vården tillsammans" + " nu.",
                    "A child at high risk of self-harm may be placed: plan the care together now."),
            new Card.Text(
                    "En placering som övervägs inom {pairDays} dagar från att BUP sett hög risk för självskada kräver"
                            + " en gemensam vårdplan inom {planHours} timmar.",
                    "A placement considered within {pairDays} days of child psychiatry finding a high risk of"
                            + " self-harm calls for a joint care plan within {planHours} hours."),
            "OSL 25:12",
            "MAKE_JOINT_CARE_PLAN",
            Severity.CRITICAL,
            Severity.CRITICAL,
            new Reads.Released(),
            List.of(Tells.full(REGION), Tells.notice(SOCIAL_SERVICES, "urgent-bup-coordination")),
            Set.of(PlacementConsidered.class, SelfHarmAssessed.class, JointCarePlanMade.class, PlacementStarted.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<PlacementConsidered>> considered = facts.of(PlacementConsidered.class);
        List<Fact<SelfHarmAssessed>> risks = facts.of(SelfHarmAssessed.class).stream()
                .filter(h -> h.body().risk() == Risk.HIGH)
                .toList();
        if (considered.isEmpty() || risks.isEmpty()) {
            return List.of();
        }
        Closers endings =
                new Closers().addAny(facts.of(JointCarePlanMade.class)).addAny(facts.of(PlacementStarted.class));
        return considered.stream()
                .flatMap(c -> pair(c, risks).stream().map(h -> span(c, h, endings.first(c.at()))))
                .toList();
    }

    private Span span(Fact<?> c, Fact<?> h, Instant to) {
        Instant from = h.at().isAfter(c.at()) ? h.at() : c.at();
        return new Span(
                Anchor.of(c),
                from,
                to,
                Calendar.plusHours(from, settings.planHours),
                Stream.of(c, h).map(Evidence::of).toList());
    }

    /** The last assessment in [c − 30 d, c], else the first in (c, c + 30 d]. */
    private Optional<Fact<SelfHarmAssessed>> pair(Fact<?> c, List<Fact<SelfHarmAssessed>> risks) {
        int after = Facts.countAtOrBefore(risks, c.at());
        if (after > 0 && !risks.get(after - 1).at().isBefore(Calendar.plusDays(c.at(), -settings.pairDays))) {
            return Optional.of(risks.get(after - 1));
        }
        return after < risks.size() && !risks.get(after).at().isAfter(Calendar.plusDays(c.at(), settings.pairDays))
                ? Optional.of(risks.get(after))
                : Optional.empty();
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(JointCarePlanMade.class, PlacementStarted.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        return facts.of(SelfHarmAssessed.class).stream()
                .filter(h -> h.id().equals(span.evidence().getLast().eventId()))
                .map(h -> Condition.hoursAtMost(
                        Condition.Kind.APART,
                        span.anchor().at(),
                        h.at(),
                        24 * settings.pairDays,
                        REGION,
                        SOCIAL_SERVICES))
                .toList();
    }
}
