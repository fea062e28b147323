package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.rules.SocialFact.HomeSupportRuledOut;
import se.samordna.rules.SocialFact.HomeSupportStarted;
import se.samordna.rules.SocialFact.PlacementConsidered;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Placement without home support: a placement is considered and strong support at home was not tried. */
public record R25(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    most = 1830,
                    sv = "dagar bakåt räknas stöd i hemmet som prövat",
                    en = "days back within which support at home counts as tried")
            int triedDays,

            @Setting(sv = "dagar att pröva det eller utesluta det", en = "days within which to try it or rule it out")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 180, 7);
    }

    private static final Card CARD = new Card(
            RuleId.R25,
            1,
            "placement-without-home-support",
            new Card.Text(
                    "Placering övervägs utan att förstärkt stöd i hemmet har prövats.",
                    "A placement is considered and strengthened support at home has not been tried."),
            new Card.Text(
                    "Innan ett barn placeras prövas förstärkt föräldrastöd i hemmet, eller skälet till att det inte"
                            + " räcker anges.",
                    "Before a child is placed, strengthened support to the parents at home is tried, or the reason why"
                            + " it is not enough is stated."),
            "plan A1",
            "TRY_HOME_SUPPORT",
            Severity.MEDIUM,
            Severity.MEDIUM,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(
                    PlacementConsidered.class,
                    HomeSupportStarted.class,
                    HomeSupportRuledOut.class,
                    PlacementStarted.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<PlacementConsidered>> considered = facts.of(PlacementConsidered.class);
        if (considered.isEmpty()) {
            return List.of();
        }
        List<Fact<HomeSupportStarted>> homeSupport = facts.of(HomeSupportStarted.class);
        Closers closers = new Closers()
                .addAny(homeSupport)
                .addAny(facts.of(HomeSupportRuledOut.class))
                .addAny(facts.of(PlacementStarted.class));
        return considered.stream()
                .filter(c -> !tried(homeSupport, c.at()))
                .map(c -> {
                    Instant due = Calendar.plusDays(c.at(), settings.actDays);
                    return new Span(Anchor.of(c), c.at(), closers.first(c.at()), due, List.of(Evidence.of(c)));
                })
                .toList();
    }

    /** Whether support at home started in (c − 180 d, c]. */
    private boolean tried(List<Fact<HomeSupportStarted>> homeSupport, Instant c) {
        int before = Facts.countAtOrBefore(homeSupport, c);
        return before > 0 && homeSupport.get(before - 1).at().isAfter(Calendar.plusDays(c, -settings.triedDays));
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(HomeSupportStarted.class, HomeSupportRuledOut.class, PlacementStarted.class);
    }
}
