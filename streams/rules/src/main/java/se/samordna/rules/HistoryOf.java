package se.samordna.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Everything that is held of a child merged into the one that is told, and of those merged into it before.
 *
 * @param parts one per child, by id
 */
public record HistoryOf(UUID teller, List<Part> parts) implements Crossing {

    /**
     * What is held of one child.
     *
     * @param events by id, see {@link Child#held}
     * @param weeks in time order, see {@link Child#week}
     * @param runs see {@link Child#runs}
     * @param siblings what its siblings told it, by teller
     * @param forgotten see {@link Kin#forgotten}
     */
    public record Part(
            UUID childId,
            List<Held> events,
            List<byte[]> weeks,
            Optional<byte[]> runs,
            List<SiblingTold> siblings,
            Optional<byte[]> forgotten) {

        public Part {
            events = events.stream()
                    .sorted(Comparator.comparing(h -> h.copy().eventId(), Order.IDS))
                    .toList();
            weeks = List.copyOf(weeks);
            siblings = siblings.stream()
                    .sorted(Comparator.comparing(SiblingTold::teller, Order.IDS))
                    .toList();
        }

        static Part of(Child child) {
            AttendanceLog log = child.attendance().log();
            List<byte[]> weeks = IntStream.range(0, log.size())
                    .map(i -> Attendance.week(log.day(i)))
                    .distinct()
                    .mapToObj(child::week)
                    .flatMap(Optional::stream)
                    .toList();
            Crossings told = child.kin().told();
            return new Part(
                    child.childId(),
                    List.copyOf(child.copies().all()),
                    weeks,
                    child.runs(),
                    List.copyOf(told.siblings().values()),
                    child.kin().forgotten());
        }

        /** The child by itself again. */
        Child child(Memory memory) {
            Child child = Child.empty(childId, memory);
            events.forEach(child::restore);
            weeks.forEach(child::restoreWeek);
            runs.ifPresent(child::restoreRuns);
            return child;
        }
    }

    public HistoryOf {
        parts = parts.stream()
                .sorted(Comparator.comparing(Part::childId, Order.IDS))
                .toList();
    }

    @Override
    public Kind kind() {
        return Kind.HISTORY;
    }

    @Override
    public boolean nothing() {
        return parts.isEmpty();
    }

    @Override
    public long print() {
        Print print = new Print();
        for (Part part : parts) {
            print.add(part.childId().toString());
            part.events().forEach(held -> print.add(held.toString()));
            part.weeks().forEach(print::add);
            part.runs().ifPresent(print::add);
            part.siblings().forEach(told -> print.add(CrossingBytes.write(told)));
            part.forgotten().ifPresent(forgotten -> print.add("forgotten").add(forgotten));
        }
        return print.value();
    }
}
