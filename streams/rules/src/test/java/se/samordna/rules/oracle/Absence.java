package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.Settled.end;
import static se.samordna.rules.oracle.World.body;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samordna.rules.SchoolFact.AbsenceInquiryClosed;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.oracle.Settled.E;

/** Runs and R09, summing every window anew. */
final class Absence {

    private static final long DAY = 86_400_000;

    private final World school;
    private final List<E> records;
    private final TreeMap<LocalDate, List<AttendanceReported>> byDay = new TreeMap<>();

    private Absence(World school) {
        this.school = school.without(AttendanceReported.class);
        records = school.of(AttendanceReported.class).stream()
                .filter(e -> body(e, AttendanceReported.class).isReported())
                .toList();
        for (E e : records) {
            AttendanceReported a = body(e, AttendanceReported.class);
            byDay.computeIfAbsent(a.date(), d -> new ArrayList<>()).add(a);
        }
    }

    /** The high days of a run and until when it lasts. */
    record AbsentRun(E anchor, List<LocalDate> days, Instant until) {
        Instant from() {
            return end(days.getFirst());
        }
    }

    static List<Found> r09(World school) {
        Absence absence = new Absence(school);
        return absence.found().stream()
                .flatMap(r -> absence.run(r.days(), r.until()).stream())
                .toList();
    }

    static List<AbsentRun> runs(World school) {
        return new Absence(school).found();
    }

    private List<AbsentRun> found() {
        List<LocalDate> counted = byDay.keySet().stream().filter(this::counts).toList();
        List<AbsentRun> found = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            boolean first = high(counted.get(i)) && (i == 0 || !high(counted.get(i - 1)));
            if (first) {
                int to = i;
                while (to < counted.size() && high(counted.get(to))) {
                    to++;
                }
                List<LocalDate> run = counted.subList(i, to);
                Instant until = to == counted.size() ? World.FOREVER : end(counted.get(to));
                found.add(new AbsentRun(anchor(run), run, until));
            }
        }
        return found;
    }

    private E anchor(List<LocalDate> run) {
        return records.stream()
                .filter(e -> body(e, AttendanceReported.class).date().equals(run.getFirst()))
                .findFirst()
                .orElseThrow();
    }

    private List<Found> run(List<LocalDate> run, Instant until) {
        E anchor = anchor(run);
        TreeSet<Instant> turns = new TreeSet<>(List.of(end(run.getFirst()), until));
        school.events().stream()
                .map(E::at)
                .filter(t -> t.isAfter(end(run.getFirst())) && t.isBefore(until))
                .forEach(turns::add);
        List<Found> found = new ArrayList<>();
        Instant begun = World.FOREVER;
        for (Instant t : turns) {
            boolean holds = t.isBefore(until)
                    && school.active(
                                    AbsenceInquiryOpened.class,
                                    AbsenceInquiryOpened::inquiryId,
                                    AbsenceInquiryClosed.class,
                                    AbsenceInquiryClosed::inquiryId,
                                    t)
                            .findAny()
                            .isEmpty();
            if (begun != World.FOREVER && !holds) {
                found.add(found(run, anchor, begun, t));
                begun = World.FOREVER;
            } else if (begun == World.FOREVER && holds) {
                begun = t;
            }
        }
        if (begun != World.FOREVER) {
            found.add(found(run, anchor, begun, until));
        }
        return found;
    }

    private Found found(List<LocalDate> run, E anchor, Instant from, Instant to) {
        return new Found(
                "R09",
                anchor,
                from,
                to,
                from.plusMillis(14 * DAY),
                List.of(anchor),
                t -> run.stream()
                        .filter(d -> !end(d).isAfter(t))
                        .mapToInt(this::level)
                        .max()
                        .orElse(1));
    }

    private long sum(LocalDate from, LocalDate to, boolean absent) {
        return byDay.subMap(from, true, to, true).values().stream()
                .flatMap(List::stream)
                .mapToLong(
                        a -> absent ? (long) a.validAbsenceMinutes() + a.invalidAbsenceMinutes() : a.offeredMinutes())
                .sum();
    }

    private boolean counts(LocalDate d) {
        return sum(d.minusDays(27), d, false) >= 600;
    }

    private boolean high(LocalDate d) {
        return 10 * sum(d.minusDays(27), d, true) >= sum(d.minusDays(27), d, false);
    }

    private int level(LocalDate d) {
        long a = sum(d.minusDays(27), d, true);
        long o = sum(d.minusDays(27), d, false);
        long before = sum(d.minusDays(55), d.minusDays(28), true);
        long offered = sum(d.minusDays(55), d.minusDays(28), false);
        BigInteger left = BigInteger.valueOf(a).multiply(BigInteger.valueOf(offered));
        BigInteger right = BigInteger.valueOf(2 * before).multiply(BigInteger.valueOf(o));
        boolean doubled = offered >= 600 && before > 0 && left.compareTo(right) >= 0;
        return 2 * a >= o ? 3 : 5 * a >= o || doubled ? 2 : 1;
    }
}
