package se.samordna.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.Ground;
import se.samordna.schemas.Topics;

/**
 * One line of 300 offered minutes per child and school day, sent between 15 and 18 UTC. Most children miss one day in
 * thirty; one in twelve begins on some day to miss one in four, so that absence rises and falls (R09).
 */
final class Attendance {
    private static final int OFFERED = 300;
    private static final int FIRST_HOUR = 15;
    private static final int HOURS = 3;
    private static final long KIND = 1L << 32;

    private final Load load;
    private final Dice dice;
    private final Headers headers;

    Attendance(Load load) {
        this.load = load;
        dice = load.dice();
        headers = new Headers(load);
    }

    /** The lines sent in that hour, of all children. */
    Stream<Sent> at(Instant hour) {
        int offset = hour.atOffset(ZoneOffset.UTC).getHour() - FIRST_HOUR;
        int day = load.schoolDay(LocalDate.ofInstant(hour, ZoneOffset.UTC));
        if (offset < 0 || offset >= HOURS || day < 0 || day >= load.schoolDays()) {
            return Stream.empty();
        }
        return IntStream.range(0, load.children())
                .filter(child -> hourOf(child) == offset)
                .mapToObj(child -> line(child, day));
    }

    Sent line(int child, int day) {
        LocalDate date = load.date(day);
        int second = dice.below(3600, child, KIND, 2);
        Instant at = date.atTime(FIRST_HOUR + hourOf(child), second / 60, second % 60)
                .toInstant(ZoneOffset.UTC);
        boolean absent = dice.share(child, KIND + day, 3) < chance(child, day);
        boolean valid = dice.share(child, KIND + day, 4) < 0.6;
        var record = new AttendanceReported(
                headers.of(child, KIND + day, Agency.SCHOOL, Ground.OWN, at),
                date,
                true,
                OFFERED,
                absent && valid ? OFFERED : 0,
                absent && !valid ? OFFERED : 0);
        return new Sent(Topics.SCHOOL_EVENTS, load.childId(child), at, record);
    }

    private double chance(int child, int day) {
        boolean rises = dice.share(child, KIND, 5) < 1.0 / 12;
        int from = dice.below(load.schoolDays(), child, KIND, 6);
        return rises && day >= from && day < from + 40 ? 0.25 : 1.0 / 30;
    }

    private int hourOf(int child) {
        return dice.below(HOURS, child, KIND, 1);
    }
}
