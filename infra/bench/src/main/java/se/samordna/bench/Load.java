package se.samordna.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The events of one run: a line of attendance a school day of each child, 95 of 100 events, and the small stories of
 * {@link Stories} between them. A function of what it is given alone.
 *
 * @param schoolDays Mondays to Fridays from {@link #FIRST_DAY} on
 */
record Load(long seed, int children, int schoolDays, Stamps stamps) {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 12);
    private static final double ATTENDANCE = 0.95;

    /** About that many events; ten times the children have a tenth of the days each. */
    static Load of(long seed, int events, int children, Stamps stamps) {
        return new Load(seed, children, Math.max(1, (int) Math.round(events * ATTENDANCE / children)), stamps);
    }

    /** Takes a load hour by hour. */
    interface Reader {
        /** Time is now at least this; a whole hour. */
        void tick(Instant at);

        void event(Sent event);
    }

    /** All events in order of time, with a tick each hour and a last one at {@link #end}. */
    void read(Reader reader) {
        Map<Instant, List<Sent>> stories = new HashMap<>();
        IntStream.range(0, children)
                .boxed()
                .flatMap(this::storiesOf)
                .forEach(sent -> stories.computeIfAbsent(hour(sent.at()), _ -> new ArrayList<>())
                        .add(sent));
        Attendance attendance = attendance();
        Instant hour = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (; hour.isBefore(end()); hour = hour.plus(1, ChronoUnit.HOURS)) {
            reader.tick(hour);
            Stream.concat(stories.getOrDefault(hour, List.of()).stream(), attendance.at(hour))
                    .sorted(Comparator.comparing(Sent::at))
                    .forEach(reader::event);
        }
        reader.tick(end());
    }

    /** One child's events in order of time. */
    List<Sent> ofChild(int child) {
        Attendance attendance = attendance();
        return Stream.concat(
                        storiesOf(child), IntStream.range(0, schoolDays).mapToObj(day -> attendance.line(child, day)))
                .sorted(Comparator.comparing(Sent::at))
                .toList();
    }

    UUID childId(int child) {
        return dice().id(child, -1, 0);
    }

    /** The last tick: a day after the last school day. */
    Instant end() {
        return date(schoolDays - 1).plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The {@code day}th school day, from 0. */
    LocalDate date(int day) {
        return FIRST_DAY.plusDays(day / 5 * 7L + day % 5);
    }

    /** The number of a school day; negative on a weekend. */
    int schoolDay(LocalDate date) {
        if (date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            return -1;
        }
        long days = ChronoUnit.DAYS.between(FIRST_DAY, date);
        return (int) (days / 7 * 5 + days % 7);
    }

    Dice dice() {
        return new Dice(seed);
    }

    static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    private Attendance attendance() {
        return new Attendance(this);
    }

    private Stream<Sent> storiesOf(int child) {
        return new Stories(this, child).events();
    }
}
