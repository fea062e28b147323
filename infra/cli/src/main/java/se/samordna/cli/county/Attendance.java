package se.samordna.cli.county;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/** One record per pupil and school day, school by school in the afternoon; a few schools send the next morning. */
final class Attendance {
    private static final byte[] HEAD =
            "{\"type\":\"AttendanceReported\",\"eventId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RECEIVED = "\",\"receivedAt\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final double SENT_LATE = 0.05;
    private static final double CORRECTED = 0.03;
    private static final long HOURS_OF_SENDING = 2 * Sweden.HOUR;

    private final CountyOrder order;
    private final List<School> schools;
    private final PriorityQueue<Batch> waiting = new PriorityQueue<>(
            Comparator.comparingLong(Batch::from).thenComparingInt(Batch::rank).thenComparing(Batch::day));
    private final Line line = new Line();
    private final Stamp stamp = new Stamp();

    Attendance(CountyOrder order, List<School> schools) {
        this.order = order;
        this.schools = schools;
    }

    /** A school's records of one day, sent from {@code from} on during {@code span} milliseconds. */
    private record Batch(School school, LocalDate day, long from, long span, int rank) {}

    /** Where records go, and where corrections wait for their own time. */
    interface Sink {
        void record(long receivedAt, Line line);

        void later(long receivedAt, byte[] line);
    }

    /** Everything received on that local day. */
    void on(LocalDate day, Sink sink) {
        if (SchoolYear.isSchoolDay(day)) {
            plan(day);
        }
        long end = Sweden.startOf(day.plusDays(1));
        Batch next = waiting.peek();
        while (next != null && next.from() < end) {
            send(waiting.remove(), sink);
            next = waiting.peek();
        }
    }

    private void plan(LocalDate day) {
        long span = Math.min(20_000, HOURS_OF_SENDING / Math.max(1, schools.size()));
        ToLongFunction<School> shuffled = s -> Dice.mix(order.seed(), s.municipality(), s.number(), day.toEpochDay());
        List<School> byTurn = new ArrayList<>(schools);
        byTurn.sort(Comparator.comparingLong(shuffled));
        for (int rank = 0; rank < byTurn.size(); rank++) {
            School school = byTurn.get(rank);
            boolean late = Dice.of(shuffled.applyAsLong(school)).chance(SENT_LATE);
            long first = late ? Sweden.at(day.plusDays(1), 7.2) : Sweden.at(day, 15.5);
            waiting.add(new Batch(school, day, first + rank * span, span, rank));
        }
    }

    private void send(Batch batch, Sink sink) {
        LocalDate day = batch.day();
        long start = Sweden.startOf(day);
        int autumn = day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1;
        double season = season(day);
        boolean friday = day.getDayOfWeek() == DayOfWeek.FRIDAY;
        long occurred = Sweden.at(day, 15);
        boolean silent = batch.school().silentAt(start);
        int size = batch.school().pupils().size();
        for (int i = 0; i < size; i++) {
            Pupil pupil = batch.school().pupils().get(i);
            if (!pupil.attends(start, autumn)) {
                continue;
            }
            Pupil.Day at = pupil.day(day.toEpochDay(), autumn, friday, season);
            if (!silent) {
                long received = batch.from() + i * batch.span() / size;
                sink.record(received, render(pupil, day, occurred, received, at).raw("}"));
                correct(pupil, day, occurred, at, sink);
            }
        }
    }

    /** Colds come with the winter, and some weeks into a term. */
    private double season(LocalDate day) {
        int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        boolean termIsYoung = (monthDay >= 818 && monthDay <= 905) || (monthDay >= 109 && monthDay <= 122);
        if (termIsYoung || day.isBefore(order.window().from().plusDays(14))) {
            return 0.2;
        }
        return day.getMonthValue() >= 11 || day.getMonthValue() <= 3 ? 1.4 : 0.9;
    }

    /** A parent calls the day after: some invalid absence was valid. */
    private void correct(Pupil pupil, LocalDate day, long occurred, Pupil.Day at, Sink sink) {
        if (at.invalid() == 0) {
            return;
        }
        Dice dice = Dice.of(pupil.child.key(), day.toEpochDay(), 2);
        if (dice.chance(CORRECTED)) {
            long received = Sweden.at(Sweden.workingDay(day.plusDays(1)), dice.between(8.0, 10.0));
            String root = Id.uuid(first(pupil, day), second(pupil, day), 4);
            Pupil.Day right = new Pupil.Day(true, at.offered(), at.invalid(), 0);
            line.clear().raw(HEAD).uuid(dice.bits(), dice.bits(), 4);
            rest(pupil, day, occurred, received, right).text("corrects", root).raw("}");
            sink.later(received, line.copy());
        }
    }

    private Line render(Pupil pupil, LocalDate day, long occurred, long received, Pupil.Day at) {
        line.clear().raw(HEAD).uuid(first(pupil, day), second(pupil, day), 4);
        return rest(pupil, day, occurred, received, at);
    }

    private Line rest(Pupil pupil, LocalDate day, long occurred, long received, Pupil.Day at) {
        line.raw(pupil.middle);
        stamp.on(line, occurred);
        line.raw(RECEIVED);
        stamp.on(line, received);
        line.raw(pupil.ground).digits(day.getYear()).raw("-").padded(day.getMonthValue(), 2);
        line.raw("-").padded(day.getDayOfMonth(), 2).raw("\"").bool("isReported", at.reported());
        line.number("offeredMinutes", at.offered()).number("validAbsenceMinutes", at.valid());
        return line.number("invalidAbsenceMinutes", at.invalid());
    }

    private static long first(Pupil pupil, LocalDate day) {
        return Dice.mix(pupil.child.key(), day.toEpochDay(), 21);
    }

    private static long second(Pupil pupil, LocalDate day) {
        return Dice.mix(pupil.child.key(), day.toEpochDay(), 22);
    }
}
