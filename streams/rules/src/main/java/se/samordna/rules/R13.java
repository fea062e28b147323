package se.samordna.rules;

import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SchoolFact.Enrolled;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Placed child's schooling: a placed child of school age is enrolled nowhere, or is much absent (SoL 22:8). */
public record R13(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    sv = "dagar efter att barnet kommit ska det vara inskrivet i skola",
                    en = "days after the start of a stay within which the child is enrolled")
            int enrolDays,

            @Setting(sv = "dagar därefter att ordna det", en = "days then within which to act")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 10, 10);
    }

    private static final Card CARD = new Card(
            RuleId.R13,
            1,
            "placed-schooling",
            new Card.Text(
                    "Ett placerat barns skolgång är inte ordnad, eller frånvaron är hög.",
                    "A placed child's schooling is not arranged, or the absence is high."),
            new Card.Text(
                    "Socialtjänsten ska verka för att ett placerat barn får sin skolgång: inskrivet inom {enrolDays}"
                            + " dagar, och ingen hög frånvaro under placeringen.",
                    "Social services see to it that a placed child goes to school: enrolled within {enrolDays} days,"
                            + " and no high absence while placed."),
            "SoL 22:8",
            "ARRANGE_SCHOOLING",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Released(),
            List.of(Tells.full(SOCIAL_SERVICES), Tells.notice(SCHOOL, "social-services-asks-contact")),
            Set.of(
                    PlacementStarted.class,
                    PlacementMoved.class,
                    PlacementEnded.class,
                    Enrolled.class,
                    AttendanceReported.class),
            true);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Activity> placements = facts.placements();
        return placements.isEmpty()
                ? List.of()
                : Stream.concat(unenrolled(facts, placements), absent(facts, placements))
                        .toList();
    }

    /** (a) Each stay of a child of school age until it is enrolled. */
    private Stream<Span> unenrolled(View facts, List<Activity> placements) {
        Closers enrolled = new Closers()
                .addAny(facts.of(Enrolled.class))
                .add(facts.of(PlacementEnded.class), PlacementEnded::placementId);
        Stream<Span> started = facts.of(PlacementStarted.class).stream()
                .filter(m -> m.body().schoolAge())
                .map(m -> unenrolled(m, enrolled.first(m.body().placementId(), m.at())));
        Stream<Span> moved = facts.of(PlacementMoved.class).stream()
                .filter(m -> m.body().schoolAge()
                        && Stay.isWithin(placements, m.body().placementId(), m.at()))
                .map(m -> unenrolled(m, enrolled.first(m.body().placementId(), m.at())));
        return Stream.concat(started, moved);
    }

    private Span unenrolled(Fact<?> m, Instant to) {
        Instant from = Calendar.plusDays(m.at(), settings.enrolDays);
        Instant due = Calendar.plusDays(from, settings.actDays);
        return new Span(Anchor.of(m, "/a"), from, to, due, List.of(Evidence.of(m)));
    }

    /** (b) Each run of high absence while placed. */
    private Stream<Span> absent(View facts, List<Activity> placements) {
        List<Interval> placed = Interval.union(placements);
        return facts.runs().stream()
                .flatMap(run -> Interval.both(List.of(new Interval(run.from(), run.to())), placed).stream()
                        .map(i -> absent(run.anchor(), i, placements)));
    }

    private Span absent(Anchor run, Interval i, List<Activity> placements) {
        Stream<Evidence> active =
                placements.stream().filter(p -> p.isActiveAt(i.from())).map(p -> Evidence.of(p.opener()));
        List<Evidence> evidence =
                Stream.concat(Stream.of(Evidence.of(run)), active).toList();
        Instant due = Calendar.plusDays(i.from(), settings.actDays);
        return new Span(run.with("/b"), i.from(), i.to(), due, evidence);
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return anchor.suffix().equals("/a")
                ? Set.of(Enrolled.class, PlacementEnded.class)
                : Set.of(AttendanceReported.class, PlacementEnded.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        if (span.anchor().suffix().equals("/a")) {
            return List.of(Condition.daysAtLeast(
                    Condition.Kind.WAITED,
                    span.anchor().at(),
                    facts.until(span.to()),
                    settings.enrolDays,
                    SOCIAL_SERVICES));
        }
        long placed = facts.placements().stream()
                .filter(p -> p.isActiveAt(span.from()))
                .count();
        return Stream.concat(
                        RunConditions.of(span.anchor(), facts).stream(),
                        Stream.of(Condition.atLeast(Condition.Kind.PLACEMENTS, placed, 1, SOCIAL_SERVICES)))
                .toList();
    }
}
