package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.SocialCode.PlacementKind;
import se.samordna.rules.SocialFact.CustodyConsidered;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.LvuApplicationFiled;
import se.samordna.rules.SocialFact.LvuEnded;
import se.samordna.rules.SocialFact.LvuImmediateCare;
import se.samordna.rules.SocialFact.LvuSubmitted;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementReviewed;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Placement clocks: the law's own deadlines while a child is placed (SoL 22:4, 13, 14; LVU 7–8, 13). */
public record R14(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 180,
                    sv = "dagar före ett övervägande kommer larmet",
                    en = "local days before a review or a custody question is due the alert comes")
            int leadDays,

            @Setting(
                    least = 0,
                    most = 59,
                    sv = "dagar innan ett jourhem ska lämnas",
                    en = "local days before an emergency home is to be left")
            int emergencyLeadDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 30, 7);
    }

    private static final int REVIEW_MONTHS = 6;
    private static final int CUSTODY_YEARS = 2;
    private static final int CUSTODY_AGAIN_YEARS = 1;
    private static final int EMERGENCY_MONTHS = 2;
    private static final int FILING_DAYS = 7;
    private static final int APPLICATION_DAYS = 28;

    private static final Card CARD = new Card(
            RuleId.R14,
            1,
            "placement-clocks",
            new Card.Text(
                    "En lagstadgad tid för ett placerat barn går snart ut.",
                    "A legal deadline for a placed child is near."),
            new Card.Text(
                    "Vården övervägs var sjätte månad, vårdnaden efter två år och sedan årligen, ett jourhem är till för"
                            + " högst två månader efter utredningen, och ett omedelbart omhändertagande underställs"
                            + " inom en vecka och följs av ansökan inom fyra.",
                    "Care is reviewed every six months, custody is considered after two years and then yearly, an"
                            + " emergency home is for at most two months after the investigation, and immediate care is"
                            + " submitted to the court within a week and followed by an application within four."),
            "SoL 22:4, 22:13, 22:14; LVU 7–8, 13",
            "MEET_PLACEMENT_DEADLINE",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(
                    PlacementStarted.class,
                    PlacementMoved.class,
                    PlacementReviewed.class,
                    CustodyConsidered.class,
                    PlacementEnded.class,
                    InvestigationClosed.class,
                    LvuImmediateCare.class,
                    LvuSubmitted.class,
                    LvuApplicationFiled.class,
                    LvuEnded.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Stay> stays = Stay.of(facts);
        return Stream.of(reviews(facts), custody(facts, stays), emergencies(facts, stays), lvu(facts))
                .flatMap(spans -> spans)
                .toList();
    }

    private Stream<Span> reviews(View facts) {
        List<Fact<PlacementReviewed>> reviews = facts.of(PlacementReviewed.class);
        Closers next = new Closers()
                .add(reviews, PlacementReviewed::placementId)
                .add(facts.of(PlacementEnded.class), PlacementEnded::placementId);
        List<Activity> placements = facts.placements();
        return Stream.concat(
                facts.of(PlacementStarted.class).stream()
                        .map(x -> review(x, next.closing(x.body().placementId(), x))),
                reviews.stream()
                        .filter(x -> Stay.isWithin(placements, x.body().placementId(), x.at()))
                        .map(x -> review(x, next.closing(x.body().placementId(), x))));
    }

    private Span review(Fact<?> x, Instant to) {
        LocalDate d = Calendar.day(x.at()).plusMonths(REVIEW_MONTHS);
        return before(d, settings.leadDays, to, Anchor.of(x, "/review"), Stream.of(x));
    }

    private Stream<Span> custody(View facts, List<Stay> stays) {
        List<Fact<CustodyConsidered>> considered = facts.of(CustodyConsidered.class);
        Closers next = new Closers().add(considered, CustodyConsidered::placementId);
        return stays.stream()
                .filter(m -> m.kind() == PlacementKind.FOSTER)
                .flatMap(m -> Stream.concat(
                        Stream.of(custody(m, m.opener(), next)),
                        considered.stream()
                                .filter(x -> x.body().placementId().equals(m.placementId()) && m.isActiveAt(x.at()))
                                .map(x -> custody(m, x, next))));
    }

    private Span custody(Stay m, Fact<?> x, Closers considered) {
        LocalDate first = Calendar.day(m.from()).plusYears(CUSTODY_YEARS);
        LocalDate again = Calendar.day(x.at()).plusYears(CUSTODY_AGAIN_YEARS);
        LocalDate d = again.isAfter(first) ? again : first;
        Instant next = considered.closing(m.placementId(), x);
        Instant to = next.isBefore(m.to()) ? next : m.to();
        return before(
                d,
                settings.leadDays,
                to,
                Anchor.of(x, "/custody"),
                Stream.of(x, m.opener()).distinct());
    }

    private Stream<Span> emergencies(View facts, List<Stay> stays) {
        List<Fact<InvestigationClosed>> closed = facts.of(InvestigationClosed.class);
        return stays.stream()
                .filter(m -> m.kind() == PlacementKind.EMERGENCY)
                .flatMap(m -> closed.stream()
                        .filter(k -> m.isActiveAt(k.at()))
                        .limit(1)
                        .map(k -> {
                            LocalDate d = Calendar.day(k.at()).plusMonths(EMERGENCY_MONTHS);
                            Anchor anchor = Anchor.of(m.opener(), "/emergency");
                            return before(d, settings.emergencyLeadDays, m.to(), anchor, Stream.of(m.opener(), k));
                        }));
    }

    private static Stream<Span> lvu(View facts) {
        Closers submitted = new Closers().addAny(facts.of(LvuSubmitted.class)).addAny(facts.of(LvuEnded.class));
        Closers filed =
                new Closers().addAny(facts.of(LvuApplicationFiled.class)).addAny(facts.of(LvuEnded.class));
        return facts.of(LvuImmediateCare.class).stream()
                .flatMap(c -> Stream.of(
                        lvu(c, FILING_DAYS, submitted, "/filing"), lvu(c, APPLICATION_DAYS, filed, "/application")));
    }

    private static Span lvu(Fact<?> c, int days, Closers closers, String suffix) {
        Instant due = Calendar.end(Calendar.day(c.at()).plusDays(days));
        return new Span(Anchor.of(c, suffix), c.at(), closers.first(c.at()), due, List.of(Evidence.of(c)))
                .of(Severity.CRITICAL);
    }

    /** From some local days before d to the end of d. */
    private static Span before(LocalDate d, int leadDays, Instant to, Anchor anchor, Stream<Fact<?>> evidence) {
        Instant from = Calendar.start(d.minusDays(leadDays));
        List<Evidence> shown = evidence.map(Evidence::of).toList();
        return new Span(anchor, from, to, Calendar.end(d), shown);
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return switch (anchor.suffix()) {
            case "/review" -> Set.of(PlacementReviewed.class, PlacementEnded.class);
            case "/custody" -> Set.of(CustodyConsidered.class, PlacementMoved.class, PlacementEnded.class);
            case "/emergency" -> Set.of(PlacementMoved.class, PlacementEnded.class);
            case "/filing" -> Set.of(LvuSubmitted.class, LvuEnded.class);
            default -> Set.of(LvuApplicationFiled.class, LvuEnded.class);
        };
    }
}
