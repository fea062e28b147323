package se.samordna.rules;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** The school's records in force, read from the packed lines and from the facts held whole. */
final class AttendanceRecords {

    private final AttendanceLog log;
    private final Standing standing;

    AttendanceRecords(AttendanceLog log, Standing standing) {
        this.log = log;
        this.standing = standing;
    }

    /** Some sums and those of the records from a day on. */
    DaySums sums(DaySums before, int first, Instant now) {
        long nowMs = now.toEpochMilli();
        DaySums sums = new DaySums(before.size() + log.size());
        sums.addAll(before);
        for (int i = log.indexOf(first); i < log.size(); i++) {
            if (log.occurredMs(i) <= nowMs && log.reported(i) && log.origin(i).of(Agency.SCHOOL)) {
                sums.add(log.day(i), log.valid(i) + log.invalid(i), log.offered(i));
            }
        }
        for (Fact<AttendanceReported> f : standing.of(AttendanceReported.class, now)) {
            AttendanceReported a = f.body();
            int d = (int) a.date().toEpochDay();
            if (d >= first && a.isReported() && f.agency() == Agency.SCHOOL) {
                sums.add(d, (long) a.validAbsenceMinutes() + a.invalidAbsenceMinutes(), a.offeredMinutes());
            }
        }
        return sums;
    }

    /** The records of the days from one on. */
    Stream<Fact<?>> all(int first, Instant now) {
        Stream<Fact<?>> lines = IntStream.range(log.indexOf(first), log.size())
                .filter(i -> log.occurredMs(i) <= now.toEpochMilli())
                .mapToObj(i -> new Fact<>(log.id(i), log.event(i), log.body(i)));
        Stream<Fact<?>> whole = standing.of(AttendanceReported.class, now).stream()
                .filter(f -> f.body().date().toEpochDay() >= first)
                .map(f -> f);
        return Stream.concat(lines, whole)
                .filter(f -> f.agency() == Agency.SCHOOL && ((AttendanceReported) f.body()).isReported());
    }

    /** The first record, in order, of a day that has one. */
    Anchor first(int day, Instant now) {
        long nowMs = now.toEpochMilli();
        int best = -1;
        for (int i = log.indexOf(day); i < log.size() && log.day(i) == day; i++) {
            boolean record = log.occurredMs(i) <= nowMs
                    && log.reported(i)
                    && log.origin(i).of(Agency.SCHOOL);
            if (record && (best < 0 || before(i, log.occurredMs(best), log.id(best)))) {
                best = i;
            }
        }
        for (Fact<AttendanceReported> f : standing.of(AttendanceReported.class, now)) {
            if (f.body().isReported()
                    && f.agency() == Agency.SCHOOL
                    && f.body().date().toEpochDay() == day) {
                // facts come in order, so the first of the day is the best of them
                boolean first = best < 0 || !before(best, f.at().toEpochMilli(), f.id());
                return first ? Anchor.of(f) : anchor(best);
            }
        }
        return anchor(best);
    }

    private boolean before(int i, long occurredMs, UUID id) {
        long mine = log.occurredMs(i);
        return mine != occurredMs ? mine < occurredMs : Order.IDS.compare(log.id(i), id) < 0;
    }

    private Anchor anchor(int i) {
        Origin o = log.origin(i);
        Instant at = Instant.ofEpochMilli(log.occurredMs(i));
        return new Anchor(
                log.id(i), "", "AttendanceReported", o.municipality(), o.agency(), o.ground(), at, o.consentId());
    }

    /** The next later event time of a plain line; {@link Span#NEVER} if there is none. */
    Instant nextLine(Instant now) {
        long nowMs = now.toEpochMilli();
        long next = Long.MAX_VALUE;
        for (int i = log.firstAfter(nowMs); i < log.size(); i++) {
            next = log.occurredMs(i) > nowMs ? Math.min(next, log.occurredMs(i)) : next;
        }
        return next == Long.MAX_VALUE ? Span.NEVER : Instant.ofEpochMilli(next);
    }
}
