package se.samordna.cli.county;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a county's events in the order they were received. The lives are thought out first and kept as lines (a few a
 * child and year); the school records, a hundred times as many, are made as they are written.
 */
public final class County {
    private static final int FOR_TOLD_STORIES = 12;

    private final CountyOrder order;
    private final Ledger ledger = new Ledger();
    private final Schools schools;
    private long written;

    public County(CountyOrder order) {
        this.order = order;
        this.schools = new Schools(order.window(), ledger);
    }

    /**
     * Writes all lines.
     *
     * @param progress told each local day when it is done
     * @return how many lines
     */
    public long write(Lines lines, Consumer<LocalDate> progress) {
        Set<String> numbers = Population.noNumbers();
        for (Municipality municipality : order.municipalities()) {
            int pupils = municipality.children() * 10 / 17;
            schools.open(order.seed(), municipality.number(), pupils);
        }
        for (Municipality municipality : order.municipalities()) {
            new Measurements(order.seed(), municipality, order.window(), ledger).tell();
            new OwnMeasures(order.seed(), municipality, order.window(), ledger).tell();
            live(new Population(order, municipality, numbers).families(), municipality.children());
        }
        merge(lines, progress);
        return written;
    }

    private void live(List<List<Resident>> families, int children) {
        Window window = order.window();
        ToldStories told = new ToldStories(window, order.seed());
        int next = children < FOR_TOLD_STORIES ? told.number() : 0;
        for (List<Resident> family : families) {
            Map<Integer, Trouble> troubles = new HashMap<>();
            Resident first = family.getFirst();
            if (next < told.number() && family.size() == 1 && staysAtSchool(first)) {
                troubles.put(first.index(), told.tell(next++, new Life(first, window, ledger)));
            } else {
                new FamilyStory(family, window, ledger, troubles).tell();
            }
            for (Resident child : family) {
                schools.enrol(child, troubles.getOrDefault(child.index(), Trouble.NONE));
            }
        }
    }

    /** The absence in a told story must reach us: a school that is connected. */
    private boolean staysAtSchool(Resident child) {
        int age = child.ageOn(order.until());
        return age >= 8 && age <= 13 && !child.moves() && child.protection().equals("NONE") && schools.heard(child);
    }

    private void merge(Lines lines, Consumer<LocalDate> progress) {
        Attendance attendance = new Attendance(order, schools.all());
        Merge merge =
                new Merge(ledger.inOrder().iterator(), lines, order.window().end());
        for (LocalDate day = order.window().from(); day.isBefore(order.until()); day = day.plusDays(1)) {
            attendance.on(day, merge);
            progress.accept(day);
        }
        merge.upTo(Long.MAX_VALUE);
        written = merge.written;
    }

    /** Three streams of lines into one: the lives', the schools' records, and the corrections of those. */
    private static final class Merge implements Attendance.Sink {
        private final Iterator<Ledger.Entry> lives;
        private final PriorityQueue<Ledger.Entry> corrections =
                new PriorityQueue<>(Comparator.comparingLong(Ledger.Entry::receivedAt));
        private final Lines lines;
        private final long end;
        private Ledger.Entry next;
        private long written;

        private static final Ledger.Entry NONE = new Ledger.Entry(Long.MAX_VALUE, new byte[0]);

        Merge(Iterator<Ledger.Entry> lives, Lines lines, long end) {
            this.lives = lives;
            this.lines = lines;
            this.end = end;
            this.next = lives.hasNext() ? lives.next() : NONE;
        }

        @Override
        public void record(long receivedAt, Line line) {
            if (receivedAt < end) {
                upTo(receivedAt);
                line.to(lines);
                written++;
            }
        }

        @Override
        public void later(long receivedAt, byte[] line) {
            if (receivedAt < end) {
                corrections.add(new Ledger.Entry(receivedAt, line));
            }
        }

        void upTo(long instant) {
            while (next.line().length > 0 && next.receivedAt() <= instant) {
                correct(next.receivedAt());
                write(next);
                next = lives.hasNext() ? lives.next() : NONE;
            }
            correct(instant);
        }

        private void correct(long instant) {
            while (!corrections.isEmpty() && corrections.peek().receivedAt() <= instant) {
                write(corrections.remove());
            }
        }

        private void write(Ledger.Entry entry) {
            lines.line(entry.line(), entry.line().length);
            written++;
        }
    }
}
