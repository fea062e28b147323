package se.samordna.rules;

import static se.samordna.rules.Agency.SCHOOL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samordna.rules.SchoolFact.AbsenceInquiryClosed;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** Rising absence: a run of high absence that the school has opened no inquiry into (SkolL 7:19a). */
public record R09(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(sv = "dagar att inleda en utredning", en = "days within which to open an inquiry")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 14);
    }

    private static final Card CARD = new Card(
            RuleId.R09,
            1,
            "rising-absence",
            new Card.Text(
                    "Elevens frånvaro är hög och ingen utredning om den är inledd.",
                    "The pupil's absence is high and no inquiry into it is open."),
            new Card.Text(
                    "Upprepad eller längre frånvaro ska utredas skyndsamt, giltig som ogiltig: minst"
                            + " {absence.highPercent} % av fyra"
                            + " veckors undervisningstid.",
                    "Repeated or long absence, valid or not, is to be inquired into promptly: at least"
                            + " {absence.highPercent} % of four"
                            + " weeks' teaching."),
            "SkolL 7:19a",
            "OPEN_ABSENCE_INQUIRY",
            Severity.MEDIUM,
            Severity.HIGH,
            new Reads.Own(SCHOOL),
            List.of(Tells.full(SCHOOL)),
            Set.of(AttendanceReported.class, AbsenceInquiryOpened.class, AbsenceInquiryClosed.class),
            true);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Run> runs = facts.runs();
        if (runs.isEmpty()) {
            return List.of();
        }
        List<Interval> inquiries = Interval.union(facts.inquiries());
        List<Span> spans = new ArrayList<>(runs.size());
        for (Run run : runs) {
            List<Evidence> evidence = List.of(evidence(run.anchor()));
            for (Interval i : new Interval(run.from(), run.to()).minus(inquiries)) {
                var due = Calendar.plusDays(i.from(), settings.actDays);
                spans.add(new Span(run.anchor(), i.from(), i.to(), due, evidence, run.levels()));
            }
        }
        return spans;
    }

    private static Evidence evidence(Anchor anchor) {
        return new Evidence(anchor.eventId(), Optional.of(anchor.type()), Optional.of(anchor.agency()));
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(AttendanceReported.class, AbsenceInquiryOpened.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        return RunConditions.of(span.anchor(), facts);
    }
}
