package se.samordna.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.rules.SocialFact.HousingNotice;

/** Eviction threat: a family with children may lose its home; worse with each step (JB 12:44, UF 16:2). */
public record R11(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    sv = "dagar att agera på skuld eller störning",
                    en = "days within which to act on arrears or disturbance")
            int noticeDays,

            @Setting(
                    sv = "dagar att agera på en ansökan om avhysning, eller ett datum som inte är känt",
                    en = "days within which to act on an application for eviction, or on a date that is not known")
            int appliedDays,

            @Setting(
                    least = 0,
                    sv = "dagar före avhysningen ska något ha gjorts",
                    en = "local days before the eviction by which to have acted")
            int dateDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 21, 7, 14);
    }

    private static final int NO_THREAT = 0;
    private static final int APPLIED = 2;
    private static final int DATE_SET = 3;

    private static final Card CARD = new Card(
            RuleId.R11,
            1,
            "eviction-threat",
            new Card.Text("Familjen riskerar att bli vräkt.", "The family is at risk of eviction."),
            new Card.Text(
                    "Inget barn ska vräkas: socialtjänsten får veta om skuld, störning, ansökan och datum och ska hinna"
                            + " hjälpa före dagen.",
                    "No child should be evicted: social services are told of arrears, disturbance, application and date"
                            + " and are to help in time before the day."),
            "JB 12:44, UF 16:2",
            "PREVENT_EVICTION",
            Severity.HIGH,
            Severity.CRITICAL,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(HousingNotice.class),
            true);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        return cases(facts).flatMap(housing -> span(housing).stream()).toList();
    }

    /** The notices of each housing case, in order. */
    private static Stream<List<Fact<HousingNotice>>> cases(View facts) {
        return facts.of(HousingNotice.class).stream()
                .collect(groupingBy(n -> n.body().caseId(), LinkedHashMap::new, toList()))
                .values()
                .stream();
    }

    /** A threat that has ended, by its first notice, and the notice that ended it. */
    public record Ended(Fact<HousingNotice> threat, Fact<HousingNotice> by) {}

    /** Each threat that has ended, however soon. */
    public static List<Ended> ended(View facts) {
        return cases(facts)
                .flatMap(housing -> housing.stream()
                        .filter(n -> level(n) > NO_THREAT)
                        .limit(1)
                        .flatMap(threat -> end(housing, threat).stream().map(by -> new Ended(threat, by))))
                .toList();
    }

    /** How bad a notice is; {@link #NO_THREAT}: it ends the threat. */
    private static int level(Fact<HousingNotice> notice) {
        return switch (notice.body().kind()) {
            case ARREARS, DISTURBANCE -> 1;
            case APPLIED -> APPLIED;
            case DATE_SET -> DATE_SET;
            case EXECUTED, WITHDRAWN, RESOLVED, REHOUSED -> NO_THREAT;
        };
    }

    private Optional<Span> span(List<Fact<HousingNotice>> housing) {
        List<Fact<HousingNotice>> threats =
                housing.stream().filter(n -> level(n) > NO_THREAT).toList();
        return threats.isEmpty()
                ? Optional.empty()
                : Optional.of(span(
                        threats, end(housing, threats.getFirst()).map(Fact::at).orElse(Span.NEVER)));
    }

    private static Optional<Fact<HousingNotice>> end(List<Fact<HousingNotice>> housing, Fact<HousingNotice> first) {
        return housing.stream()
                .filter(n -> level(n) == NO_THREAT && !n.at().isBefore(first.at()))
                .findFirst();
    }

    private Span span(List<Fact<HousingNotice>> threats, Instant to) {
        Fact<HousingNotice> first = threats.getFirst();
        Fact<HousingNotice> worst = first;
        List<Evidence> soFar = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<Span.Stage> stages = new ArrayList<>();
        for (Fact<HousingNotice> n : threats) {
            if (n.at().isBefore(to) || n == first) {
                worst = level(n) >= level(worst) ? n : worst;
                soFar.add(Evidence.of(n));
                steps.add(new Step(n.at(), level(worst)));
                stages.add(new Span.Stage(n.at(), due(first.at(), worst), List.copyOf(soFar)));
            }
        }
        Span.Stage last = stages.getLast();
        return new Span(Anchor.of(first), first.at(), to, last.dueAt(), last.evidence(), steps).through(stages);
    }

    /** By the last notice of the worst kind. */
    private Instant due(Instant from, Fact<HousingNotice> worst) {
        Instant soon = Calendar.plusDays(worst.at(), settings.appliedDays);
        return switch (level(worst)) {
            case DATE_SET ->
                worst.body()
                        .evictionDate()
                        .map(date -> Calendar.start(date.minusDays(settings.dateDays)))
                        .orElse(soon);
            case APPLIED -> soon;
            default -> Calendar.plusDays(from, settings.noticeDays);
        };
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(HousingNotice.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        List<UUID> soFar = span.evidence().stream().map(Evidence::eventId).toList();
        return facts.of(HousingNotice.class).stream()
                .filter(n -> soFar.contains(n.id()))
                .reduce((a, b) -> level(b) >= level(a) ? b : a)
                .map(n -> Condition.of(
                        Condition.Kind.WORST_NOTICE,
                        n.body().kind() + " " + n.at()
                                + n.body()
                                        .evictionDate()
                                        .map(date -> " " + date)
                                        .orElse(""),
                        true,
                        SOCIAL_SERVICES))
                .stream()
                .toList();
    }
}
