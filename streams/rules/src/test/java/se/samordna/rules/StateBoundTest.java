package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SocialFact.ConcernReportReceived;

/**
 * Ten years at school, with late lines, corrections and retractions among them: what is held of attendance never grows
 * beyond its bound (rules.md, Memory), and everything else of the child stays.
 */
class StateBoundTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 17);
    private static final int YEARS = 10;
    /** A day may be forgotten after 100; they go some weeks at a time, and whole weeks only. */
    private static final int MOST_DAYS = 100 + 28 + 7;

    private static final int BYTES_A_DAY = 48;
    /** The runs of a year and the sums of 55 days. */
    private static final int MOST_BYTES_OF_RUNS_A_YEAR = 700;

    private final Random random = new Random(26);
    private final Child child = Child.empty(Story.CHILD, Memory.COORDINATION);
    private final Decide decide = new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE);
    private final Map<UUID, Event> others = new HashMap<>();
    private final Map<Integer, byte[]> weeks = new HashMap<>();
    private Told told = Told.NOTHING;
    private Instant now = Calendar.start(FIRST);
    private int ids;

    @Test
    void ten_years_of_school_are_held_in_no_more_than_135_days() {
        int most = 0;
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusYears(YEARS)); day = day.plusDays(1)) {
            now = Calendar.start(day).plus(Duration.ofHours(16));
            if (day.getDayOfWeek().getValue() <= 5 && day.getMonthValue() != 7) {
                school(day);
            }
            if (day.getDayOfMonth() == 1) {
                other(new ConcernReportReceived("r" + day, SocialCode.ReporterType.SCHOOL, List.of(), false));
            }
            judge();
            most = Math.max(most, bounded(day));
        }
        assertThat(most).as("it does come near the bound").isGreaterThan(70);
        assertThat(others).hasSize(12 * YEARS);
        others.forEach((id, event) -> assertThat(child.find(id)).contains(event));
        assertThat(View.all(child, now).of(ConcernReportReceived.class)).hasSize(12 * YEARS);
    }

    @Test
    void a_line_past_memory_changes_nothing() {
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(200)); day = day.plusDays(1)) {
            now = Calendar.start(day).plus(Duration.ofHours(16));
            send(line(day, 150), now);
            judge();
        }
        Told before = told;
        byte[] runs = child.runs().orElseThrow();
        child.drain();
        for (int i = 0; i < 90; i++) {
            LocalDate old = FIRST.plusDays(i);
            Outcome outcome = send(line(old, 0), Calendar.end(old));
            assertThat(outcome).isEqualTo(Outcome.FORGOTTEN);
            judge();
        }
        assertThat(told).isSameAs(before);
        assertThat(child.runs()).hasValueSatisfying(after -> assertThat(after).isEqualTo(runs));
        assertThat(child.drain().nothing()).isTrue();
    }

    private void school(LocalDate day) {
        boolean ill = day.getDayOfYear() / 20 % 4 == 0;
        Outcome fresh = send(line(day, ill ? 60 * random.nextInt(6) : 0), now);
        assertThat(fresh).isEqualTo(Outcome.STORED);
        UUID id = Story.id(ids);
        if (random.nextInt(10) == 0) {
            correct(id, line(day, 120));
        }
        if (random.nextInt(40) == 0) {
            take(new SharedFact.Retracted(id, "WRONG"), now, Optional.empty());
        }
        if (random.nextInt(10) == 0) {
            LocalDate late = day.minusDays(random.nextInt(60));
            send(line(late, 60), now); // some of them later than 35 days
        }
    }

    private void correct(UUID id, AttendanceReported with) {
        take(with, now, Optional.of(id));
    }

    private static AttendanceReported line(LocalDate day, int absent) {
        return new AttendanceReported(day, true, 300, 0, absent);
    }

    private Outcome send(AttendanceReported line, Instant received) {
        return take(line, received, Optional.empty());
    }

    private void other(Body body) {
        take(body, now, Optional.empty());
        UUID id = Story.id(ids);
        others.put(id, child.find(id).orElseThrow());
    }

    private Outcome take(Body body, Instant received, Optional<UUID> corrects) {
        Agency agency = body instanceof ConcernReportReceived ? Agency.SOCIAL_SERVICES : Agency.SCHOOL;
        return child.accept(
                new Event(
                        Story.id(++ids),
                        Story.CHILD,
                        "2380",
                        agency,
                        "urn:skola:1",
                        received,
                        received,
                        Ground.OWN,
                        Optional.empty(),
                        ProtectedIdentity.NONE,
                        corrects,
                        body),
                now);
    }

    private void judge() {
        told = decide.decide(child, now, told).told();
    }

    /** How many days are held, having seen that they and their bytes are within bounds. */
    private int bounded(LocalDate day) {
        Dirty dirty = child.drain();
        dirty.weeks().forEach(w -> child.week(w).ifPresentOrElse(b -> weeks.put(w, b), () -> weeks.remove(w)));
        AtomicInteger lines = new AtomicInteger();
        LocalDate[] oldest = {day};
        View.all(child, now).attendance(FIRST.minusYears(1), day, (d, m, reported, offered, valid, invalid) -> {
            lines.incrementAndGet();
            LocalDate date = LocalDate.ofEpochDay(d);
            oldest[0] = date.isBefore(oldest[0]) ? date : oldest[0];
        });
        assertThat(oldest[0]).as("the oldest day held").isAfter(day.minusDays(MOST_DAYS));
        int bytes = weeks.values().stream().mapToInt(b -> b.length).sum();
        assertThat(bytes).as("bytes of " + weeks.size() + " weeks").isLessThan(MOST_DAYS * BYTES_A_DAY);
        if (lines.get() > 5) { // else the week's own bytes weigh more than its lines
            assertThat(bytes).as("bytes a line").isLessThanOrEqualTo(lines.get() * BYTES_A_DAY);
        }
        long held = copies() - others.size();
        assertThat(held).as("lines held whole, with what repairs them").isLessThan(MOST_DAYS);
        int runs = child.runs().map(b -> b.length).orElse(0);
        assertThat(runs)
                .as("bytes of runs")
                .isLessThan(MOST_BYTES_OF_RUNS_A_YEAR * (1 + day.getYear() - FIRST.getYear()));
        return lines.get();
    }

    private long copies() {
        return child.copies().all().stream().count();
    }
}
