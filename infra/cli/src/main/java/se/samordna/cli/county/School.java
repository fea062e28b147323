package se.samordna.cli.county;

import java.util.ArrayList;
import java.util.List;

/** A school unit: its roll, and whether the platform hears from it. */
final class School {
    private static final int PUPILS = 210;

    private final int municipality;
    private final int number;
    private final long quietFrom;
    private final long quietTo;
    private final List<Pupil> pupils = new ArrayList<>();

    School(int municipality, int number, long quietFrom, long quietTo) {
        this.municipality = municipality;
        this.number = number;
        this.quietFrom = quietFrom;
        this.quietTo = quietTo;
    }

    /** Eight digits, as school unit codes have. */
    static String unitCode(int municipality, int number) {
        return String.valueOf(municipality * 10_000L + 1 + number);
    }

    int municipality() {
        return municipality;
    }

    int number() {
        return number;
    }

    List<Pupil> pupils() {
        return pupils;
    }

    boolean alwaysHeard() {
        return quietFrom == Long.MAX_VALUE;
    }

    boolean silentAt(long instant) {
        return instant >= quietFrom && instant < quietTo;
    }

    /**
     * As many schools as so many pupils need. In a large municipality one in sixteen is an independent school that is
     * not connected; in any, one has an outage of three weeks.
     */
    static List<School> forPupils(long seed, int municipality, int pupils, Window window) {
        int units = Math.max(1, Math.round((float) pupils / PUPILS));
        Dice dice = Dice.of(seed, municipality, 0x5C);
        int outage = dice.between(0, units);
        long began = window.any(dice);
        List<School> schools = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            if (i % 16 == 7) {
                schools.add(new School(municipality, i, Long.MIN_VALUE, Long.MAX_VALUE));
            } else if (i == outage && units > 3) {
                schools.add(new School(municipality, i, began, began + 21 * Sweden.DAY));
            } else {
                schools.add(new School(municipality, i, Long.MAX_VALUE, Long.MAX_VALUE));
            }
        }
        return schools;
    }
}
