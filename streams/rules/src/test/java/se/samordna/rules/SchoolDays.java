package se.samordna.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A random child's attendance. */
final class SchoolDays {

    private final Histories history;
    private final Random random;

    SchoolDays(Histories history, Random random) {
        this.history = history;
        this.random = random;
    }

    /** Weeks of school with spells of absence, most of it plain. */
    List<Event> weeks() {
        List<Event> lines = new ArrayList<>();
        int days = 20 + random.nextInt(random.nextInt(4) == 0 ? 300 : 100);
        int spell = 0;
        for (int i = 0; i < days; i++) {
            LocalDate day = history.first().plusDays(i);
            spell = random.nextInt(15) == 0 ? random.nextInt(10) : spell;
            if (day.getDayOfWeek().getValue() > 5 || random.nextInt(12) == 0) {
                continue;
            }
            int absent = random.nextInt(10) < spell ? 60 * random.nextInt(7) : 0;
            Instant at = Calendar.start(day).plusSeconds(50_000 + random.nextInt(3));
            if (random.nextInt(50) == 0) {
                at = at.plus(Duration.ofDays(random.nextInt(random.nextInt(3) == 0 ? 150 : 5)));
            }
            Body line = new SchoolFact.AttendanceReported(
                    day, random.nextInt(30) > 0, 300, random.nextBoolean() ? absent : 0, absent / 2);
            Event e = history.event(history.id(), Agency.SCHOOL, at, line, Optional.empty());
            boolean late = random.nextInt(40) == 0;
            lines.add(
                    late
                            ? Edit.of(e)
                                    .received(at.plus(Duration.ofDays(30 + random.nextInt(8))))
                                    .done()
                            : e);
        }
        return lines;
    }

    /** Other content for a day. */
    SchoolFact.AttendanceReported line(LocalDate day) {
        return new SchoolFact.AttendanceReported(
                day, random.nextInt(9) > 0, 100 * random.nextInt(5), 50 * random.nextInt(7), 30 * random.nextInt(4));
    }
}
