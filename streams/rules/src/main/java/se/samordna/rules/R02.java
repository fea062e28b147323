package se.samordna.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samordna.rules.Extensions.Extension;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;
import se.samordna.rules.SocialFact.PreliminaryAssessmentExtended;

/** Preliminary assessment due: open an investigation or not, within 14 days of the report (SoL 20:2). */
public record R02(Settings settings) implements Rule.WithDeadlines {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 13,
                    sv = "dagar efter anmälan kommer larmet",
                    en = "local days after the report the alert comes")
            int alertDay,

            @Setting(
                    least = 0,
                    most = 60,
                    sv = "dagar före ett förlängt datum kommer det igen",
                    en = "local days before an extended date it comes again")
            int alertBeforeExtended)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 10, 4);
    }

    private static final int LEGAL_DAYS = 14;

    private static final Card CARD = new Card(
            RuleId.R02,
            1,
            "preliminary-assessment-due",
            new Card.Text(
                    "Förhandsbedömningen av en orosanmälan ska snart vara klar.",
                    "The preliminary assessment of a report of concern is soon due."),
            new Card.Text(
                    "Beslut att inleda utredning eller inte ska fattas inom 14 dagar, om ingen utredning redan pågår.",
                    "Whether to open an investigation is decided within 14 days, unless one is open already."),
            "SoL 20:2",
            "DECIDE_PRELIMINARY_ASSESSMENT",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(
                    ConcernReportReceived.class,
                    PreliminaryAssessmentDecided.class,
                    PreliminaryAssessmentExtended.class,
                    InvestigationOpened.class,
                    InvestigationClosed.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        Extensions terms = new Extensions(settings.alertBeforeExtended, 0);
        return each(facts, r -> terms.spans(r.fact, from(r.fact), due(r.fact), r.to, r.extensions).stream());
    }

    @Override
    public List<Deadline> deadlines(View facts) {
        Extensions terms = new Extensions(settings.alertBeforeExtended, 0);
        return each(facts, r -> Stream.of(terms.deadline(r.fact, due(r.fact), r.to, r.extensions)));
    }

    private record Report(Fact<ConcernReportReceived> fact, Instant to, List<Extension> extensions) {}

    private static <T> List<T> each(View facts, Function<Report, Stream<T>> yield) {
        List<Fact<ConcernReportReceived>> reports = facts.of(ConcernReportReceived.class);
        if (reports.isEmpty()) {
            return List.of();
        }
        List<Interval> investigations = Interval.union(facts.investigations());
        Closers decided =
                new Closers().add(facts.of(PreliminaryAssessmentDecided.class), PreliminaryAssessmentDecided::reportId);
        Closers opened = new Closers().add(facts.of(InvestigationOpened.class), i -> "");
        Map<String, List<Extension>> extended = facts.of(PreliminaryAssessmentExtended.class).stream()
                .collect(groupingBy(
                        x -> x.body().reportId(),
                        mapping(x -> new Extension(x, x.body().until()), toList())));
        return reports.stream()
                .filter(r -> !Interval.anyAt(investigations, r.at()))
                .flatMap(r -> {
                    String id = r.body().reportId();
                    Instant decision = decided.first(id, r.at());
                    Instant opening = opened.first("", r.at());
                    Instant to = decision.isBefore(opening) ? decision : opening;
                    return yield.apply(new Report(r, to, extended.getOrDefault(id, List.of())));
                })
                .toList();
    }

    private Instant from(Fact<?> r) {
        return Calendar.start(Calendar.day(r.at()).plusDays(settings.alertDay));
    }

    private static Instant due(Fact<?> r) {
        return Calendar.end(Calendar.day(r.at()).plusDays(LEGAL_DAYS));
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(
                PreliminaryAssessmentDecided.class, InvestigationOpened.class, PreliminaryAssessmentExtended.class);
    }
}
