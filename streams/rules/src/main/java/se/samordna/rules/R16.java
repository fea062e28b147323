package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samordna.rules.SocialCode.ConcernReason;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.RiskAssessed;

/** Violence report: an investigation the same day, and a structured risk assessment in it (SOSFS 2014:4). */
public record R16(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    sv = "dagar in i utredningen kommer larmet om att risken inte är bedömd",
                    en = "days into the investigation the alert comes that the risk is not assessed")
            int alertDays,

            @Setting(sv = "dagar att bedöma den", en = "days within which to assess it")
            int assessDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 23, 30);

        @Override
        public List<String> contradictions() {
            return alertDays <= assessDays
                    ? List.of()
                    : List.of("alertDays must not be after assessDays: they are " + alertDays + " and " + assessDays);
        }
    }

    private static final String IRISK = "IRISK";

    private static final Card CARD = new Card(
            RuleId.R16,
            1,
            "violence-report",
            new Card.Text(
                    "En anmälan om våld väntar på utredning eller riskbedömning.",
                    "A report of violence awaits an investigation or a risk assessment."),
            new Card.Text(
                    "Vid uppgifter om våld inleds utredning genast, samma dag, och risken bedöms med iRiSk inom"
                            + " {assessDays} dagar.",
                    "When violence is reported an investigation is opened at once, the same day, and the risk is"
                            + " assessed with iRiSk within {assessDays} days."),
            "SOSFS 2014:4",
            "INVESTIGATE_VIOLENCE",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(
                    ConcernReportReceived.class,
                    InvestigationOpened.class,
                    InvestigationClosed.class,
                    RiskAssessed.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Violence> violence = violence(facts);
        if (violence.isEmpty()) {
            return List.of();
        }
        Closers closers = new Closers()
                .addOptional(irisk(facts), RiskAssessed::investigationId)
                .add(facts.of(InvestigationClosed.class), InvestigationClosed::investigationId);
        return violence.stream()
                .flatMap(v -> Stream.concat(
                        v.openAlready ? Stream.empty() : Stream.of(notOpened(v.report, v.investigation)),
                        v.investigation.stream().map(i -> notAssessed(v.report, i, closers))))
                .toList();
    }

    /** A report of violence and the investigation it belongs to, which was open when it came or opened after. */
    private record Violence(Fact<?> report, Optional<Fact<?>> investigation, boolean openAlready) {}

    private static List<Violence> violence(View facts) {
        List<Fact<ConcernReportReceived>> reports = facts.of(ConcernReportReceived.class).stream()
                .filter(r -> r.body().reasons().contains(ConcernReason.VIOLENCE))
                .toList();
        if (reports.isEmpty()) {
            return List.of();
        }
        List<Fact<InvestigationOpened>> opened = facts.of(InvestigationOpened.class);
        List<Activity> investigations = facts.investigations();
        return reports.stream()
                .map(r -> {
                    Optional<Fact<?>> open = lastOpen(investigations, r.at());
                    return new Violence(r, open.or(() -> firstFrom(opened, r.at())), open.isPresent());
                })
                .toList();
    }

    /** The ids of the investigations that reports of violence belong to. */
    public static Set<UUID> investigations(View facts) {
        return violence(facts).stream()
                .flatMap(v -> v.investigation.stream())
                .map(Fact::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The assessments of risk by the instrument for violence, iRiSk. */
    public static List<Fact<RiskAssessed>> irisk(View facts) {
        return facts.of(RiskAssessed.class).stream()
                .filter(a -> IRISK.equals(a.body().instrument()))
                .toList();
    }

    private static Optional<Fact<?>> lastOpen(List<Activity> investigations, Instant r) {
        Optional<Fact<?>> last = Optional.empty();
        for (Activity i : investigations) {
            last = i.isActiveAt(r) ? Optional.of(i.opener()) : last;
        }
        return last;
    }

    private static Optional<Fact<?>> firstFrom(List<Fact<InvestigationOpened>> opened, Instant r) {
        int i = Facts.countBefore(opened, r);
        return i < opened.size() ? Optional.of(opened.get(i)) : Optional.empty();
    }

    /** (a) No investigation yet. */
    private static Span notOpened(Fact<?> r, Optional<Fact<?>> next) {
        Instant to = next.map(Fact::at).orElse(Span.NEVER);
        Instant due = Calendar.end(Calendar.day(r.at()));
        return new Span(Anchor.of(r, "/a"), r.at(), to, due, List.of(Evidence.of(r))).of(Severity.CRITICAL);
    }

    /** (b) No risk assessment in it. */
    private Span notAssessed(Fact<?> r, Fact<?> i, Closers closers) {
        Instant j = i.at().isAfter(r.at()) ? i.at() : r.at();
        Instant to =
                i.body() instanceof InvestigationOpened o ? closers.first(o.investigationId(), i.at()) : Span.NEVER;
        List<Evidence> evidence = Stream.of(r, i).map(Evidence::of).toList();
        return new Span(
                Anchor.of(r, "/b"),
                Calendar.plusDays(j, settings.alertDays),
                to,
                Calendar.plusDays(j, settings.assessDays),
                evidence);
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return anchor.suffix().equals("/a")
                ? Set.of(InvestigationOpened.class)
                : Set.of(RiskAssessed.class, InvestigationClosed.class);
    }
}
