package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The intervals of a deadline that may be extended (rows R02 and R03). Each extension ends the interval before it and
 * begins one that leads up to its own date.
 *
 * <pre>
 * anchor ......[from ........ extended) ......[until − lead .......... to)
 *                             └ not before the event that carries the date
 * </pre>
 *
 * @param lead days before {@code until} at which an extended interval begins
 * @param urgent days before due at which the level is 2; 0 if it never is
 */
record Extensions(int lead, int urgent) {

    /** An extending event and its date. */
    record Extension(Fact<?> fact, LocalDate until) {}

    List<Span> spans(Fact<?> anchor, Instant from, Instant due, Instant to, List<Extension> extensions) {
        List<Span> spans = new ArrayList<>(1 + extensions.size());
        Instant begin = from;
        Instant dueAt = due;
        List<Evidence> evidence = List.of(Evidence.of(anchor));
        for (Extension x : within(anchor, to, extensions)) {
            spans.add(span(anchor, begin, x.fact().at(), dueAt, evidence));
            Instant lead = Calendar.start(x.until().minusDays(this.lead));
            begin = lead.isBefore(x.fact().at()) ? x.fact().at() : lead;
            dueAt = Calendar.end(x.until());
            evidence = List.of(Evidence.of(anchor), Evidence.of(x.fact()));
        }
        spans.add(span(anchor, begin, to, dueAt, evidence));
        return spans;
    }

    Deadline deadline(Fact<?> anchor, Instant due, Instant to, List<Extension> extensions) {
        List<Extension> within = within(anchor, to, extensions);
        Instant last = within.isEmpty() ? due : Calendar.end(within.getLast().until());
        return Deadline.of(anchor, last, to);
    }

    private static List<Extension> within(Fact<?> anchor, Instant to, List<Extension> extensions) {
        return extensions.stream()
                .filter(x ->
                        !x.fact().at().isBefore(anchor.at()) && x.fact().at().isBefore(to))
                .toList();
    }

    private Span span(Fact<?> anchor, Instant from, Instant to, Instant due, List<Evidence> evidence) {
        List<Step> steps = urgent == 0 ? List.of() : List.of(new Step(Calendar.plusDays(due, -urgent), 2));
        return new Span(Anchor.of(anchor), from, to, due, evidence, steps);
    }
}
