package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.ProtectionAssessed;

/** Protection assessment due: every report is assessed at once for the child's immediate protection (SoL 20:1). */
public record R01(Settings settings) implements Rule.WithDeadlines {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    sv = "en anmälan som kommer före den tiden bedöms samma dag",
                    en = "a report that comes before this local time is assessed the same day")
            LocalTime sameDayBefore,

            @Setting(
                    sv = "varje annan bedöms nästa dag före den tiden",
                    en = "any other by this local time the next day")
            LocalTime nextDayBy)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, LocalTime.of(15, 0), LocalTime.NOON);
    }

    private static final Card CARD = new Card(
            RuleId.R01,
            1,
            "protection-assessment-due",
            new Card.Text(
                    "En orosanmälan väntar på omedelbar skyddsbedömning.",
                    "A report of concern awaits its immediate protection assessment."),
            new Card.Text(
                    "Varje anmälan ska genast bedömas: behöver barnet omedelbart skydd? Samma dag, eller nästa dag"
                            + " före {nextDayBy} om den kom efter {sameDayBefore}.",
                    "Every report is to be assessed at once: does the child need immediate protection? The same day,"
                            + " or by {nextDayBy} the next if it came after {sameDayBefore}."),
            "SoL 20:1",
            "ASSESS_PROTECTION",
            Severity.CRITICAL,
            Severity.CRITICAL,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(ConcernReportReceived.class, ProtectionAssessed.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        Closers assessed = assessed(facts);
        return facts.of(ConcernReportReceived.class).stream()
                .map(r -> {
                    Instant to = assessed.first(r.body().reportId(), r.at());
                    return new Span(Anchor.of(r), r.at(), to, due(r.at()), List.of(Evidence.of(r)));
                })
                .toList();
    }

    @Override
    public List<Deadline> deadlines(View facts) {
        Closers assessed = assessed(facts);
        return facts.of(ConcernReportReceived.class).stream()
                .map(r -> Deadline.of(r, due(r.at()), assessed.first(r.body().reportId(), r.at())))
                .toList();
    }

    private static Closers assessed(View facts) {
        return new Closers().addOptional(facts.of(ProtectionAssessed.class), ProtectionAssessed::reportId);
    }

    private Instant due(Instant r) {
        LocalDate day = Calendar.day(r);
        return r.isBefore(Calendar.at(day, settings.sameDayBefore))
                ? Calendar.end(day)
                : Calendar.at(day.plusDays(1), settings.nextDayBy);
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(ProtectionAssessed.class);
    }
}
