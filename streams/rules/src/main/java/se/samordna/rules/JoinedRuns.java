package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The memory of runs of several children that turn out to be one. Days that one of them has folded cannot be reckoned
 * together any more: through the last of them each child's runs are its own, and those that overlap become one run.
 */
final class JoinedRuns {

    private JoinedRuns() {}

    static RunMemory of(List<Child> children, Instant now) {
        int through = children.stream()
                .mapToInt(c -> c.attendance().memory().through())
                .max()
                .orElse(Integer.MIN_VALUE);
        if (through == Integer.MIN_VALUE) {
            return RunMemory.NONE;
        }
        List<Run> runs = new ArrayList<>();
        DaySums sums = new DaySums(8);
        Instant protectedFrom = Span.NEVER;
        for (Child child : children) {
            RunMemory memory = Folding.through(child.attendance(), through, now);
            runs.addAll(memory.runs());
            sums.addAll(memory.sums());
            protectedFrom = memory.protectedFrom().isBefore(protectedFrom) ? memory.protectedFrom() : protectedFrom;
        }
        return new RunMemory(through, united(runs), sums, protectedFrom);
    }

    private static List<Run> united(List<Run> runs) {
        runs.sort(Comparator.comparing(Run::from).thenComparing(r -> r.anchor().eventId(), Order.IDS));
        List<Run> united = new ArrayList<>();
        for (Run run : runs) {
            if (!united.isEmpty() && run.from().isBefore(united.getLast().to())) {
                united.add(united(united.removeLast(), run));
            } else {
                united.add(run);
            }
        }
        return List.copyOf(united);
    }

    private static Run united(Run first, Run second) {
        Instant to = first.to().isAfter(second.to()) ? first.to() : second.to();
        List<Step> steps = new ArrayList<>(first.levels());
        steps.addAll(second.levels());
        steps.sort(Comparator.comparing(Step::at));
        List<Step> rising = new ArrayList<>();
        for (Step step : steps) {
            if (rising.isEmpty() || step.level() > rising.getLast().level()) {
                rising.add(step);
            }
        }
        return new Run(first.from(), to, first.anchor(), List.copyOf(rising));
    }
}
