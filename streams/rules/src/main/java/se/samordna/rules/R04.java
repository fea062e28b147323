package se.samordna.rules;

import static se.samordna.rules.Agency.POLICE;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.SocialCode.ReporterType;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.FeedbackGiven;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;

/** Reporter feedback due: a body with a duty to report is told, if it asks, what came of its report (SoL 19:6). */
public record R04(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    sv = "dagar efter beslutet ska återkoppling ha getts",
                    en = "local days after the decision within which to give feedback")
            int feedbackDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 7);
    }

    private static final List<String> ANSWERS = List.of("opened", "not-opened", "ongoing");

    private static final Card CARD = new Card(
            RuleId.R04,
            1,
            "reporter-feedback-due",
            new Card.Text(
                    "Den som anmälde oro väntar på återkoppling.", "The reporter of a concern awaits feedback on it."),
            new Card.Text(
                    "Den som är skyldig att anmäla och ber om det ska få veta om utredning har inletts, inte har inletts"
                            + " eller redan pågår.",
                    "A reporter with a duty to report who asks for it is told whether an investigation was opened, was"
                            + " not, or is already under way."),
            "SoL 19:6",
            "GIVE_FEEDBACK",
            Severity.LOW,
            Severity.LOW,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(
                    Tells.full(SOCIAL_SERVICES),
                    Tells.noticeByAlert(SCHOOL, ANSWERS, Ground.REPORT_DUTY),
                    Tells.noticeByAlert(REGION, ANSWERS, Ground.REPORT_DUTY),
                    Tells.noticeByAlert(POLICE, ANSWERS, Ground.REPORT_DUTY)),
            Set.of(PreliminaryAssessmentDecided.class, ConcernReportReceived.class, FeedbackGiven.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<PreliminaryAssessmentDecided>> decisions = facts.of(PreliminaryAssessmentDecided.class);
        List<Fact<ConcernReportReceived>> reports = facts.of(ConcernReportReceived.class);
        if (decisions.isEmpty() || reports.isEmpty()) {
            return List.of();
        }
        Closers feedback = new Closers().add(facts.of(FeedbackGiven.class), FeedbackGiven::reportId);
        return decisions.stream()
                .flatMap(d -> report(d, reports).filter(r -> owesFeedback(r.body())).stream()
                        .map(r -> span(d, r, feedback.closer(d.body().reportId(), d))))
                .toList();
    }

    /** The first report of the decision's id at or before it. */
    private static Optional<Fact<ConcernReportReceived>> report(
            Fact<PreliminaryAssessmentDecided> d, List<Fact<ConcernReportReceived>> reports) {
        return reports.stream()
                .filter(r -> r.body().reportId().equals(d.body().reportId()))
                .findFirst()
                .filter(r -> !r.at().isAfter(d.at()));
    }

    private static boolean owesFeedback(ConcernReportReceived r) {
        return r.feedbackRequested()
                && r.reporterType() != ReporterType.PRIVATE
                && r.reporterType() != ReporterType.ANONYMOUS;
    }

    private Span span(Fact<?> d, Fact<ConcernReportReceived> r, Optional<Fact<?>> given) {
        Instant to = given.map(Fact::at).orElse(Span.NEVER);
        Instant due = Calendar.end(Calendar.day(d.at()).plusDays(settings.feedbackDays));
        List<Evidence> evidence = Stream.of(d, r).map(Evidence::of).toList();
        Optional<Note> note = agency(r.body().reporterType())
                .flatMap(reporter -> given.flatMap(R04::answer).map(code -> new Note(reporter, code, to)));
        return new Span(Anchor.of(d), d.at(), to, due, evidence)
                .telling(note.stream().toList());
    }

    /** The agency of the pilot that a reporter belongs to. */
    private static Optional<Agency> agency(ReporterType reporter) {
        return switch (reporter) {
            case SCHOOL, PRESCHOOL -> Optional.of(SCHOOL);
            case POLICE -> Optional.of(POLICE);
            case HEALTH, DENTAL -> Optional.of(REGION);
            case SOCIAL, OTHER_AUTHORITY, PRIVATE, ANONYMOUS -> Optional.empty();
        };
    }

    private static Optional<String> answer(Fact<?> given) {
        return given.body() instanceof FeedbackGiven f
                ? Optional.of(
                        switch (f.status()) {
                            case OPENED -> "opened";
                            case NOT_OPENED -> "not-opened";
                            case ONGOING -> "ongoing";
                        })
                : Optional.empty();
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(FeedbackGiven.class);
    }
}
