package se.samordna.cli.county;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A child of the county.
 *
 * @param key the seed of this child's own dice
 * @param identity the JSON field that names the child: {@code "childId":"…"}, or {@code "personnummer":"…"}
 * @param id the childId, or empty where a personnummer stands for it (its pseudonym is not known here)
 * @param protection the code of its protected identity; NONE for nearly all
 * @param vulnerable whether the family carries much; it raises every other chance
 */
record Resident(
        int municipality,
        int index,
        long key,
        String identity,
        String id,
        LocalDate born,
        boolean girl,
        String protection,
        boolean vulnerable,
        Move move) {

    /** A move to another municipality of the county, at an instant; one that never comes is {@link #STAYS}. */
    record Move(int to, long at) {
        static final Move STAYS = new Move(0, Long.MAX_VALUE);
    }

    /** Where the child lives at an instant. */
    int municipalityAt(long instant) {
        return instant < move.at() ? municipality : move.to();
    }

    boolean moves() {
        return move.at() < Long.MAX_VALUE;
    }

    int ageOn(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(born, day);
    }

    /** Pupils of the compulsory school: those who turn 6 to 15 in the year its autumn lies in. */
    boolean isPupilOn(LocalDate day) {
        int autumn = day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1;
        int turns = autumn - born.getYear();
        return turns >= 6 && turns <= 15;
    }

    Dice dice(long purpose) {
        return Dice.of(key, purpose);
    }

    /** Whether something this likely in a year, for a family that carries much {@code burden} times as often, comes. */
    boolean meets(Dice dice, double yearly, double burden) {
        return dice.chance(Math.min(0.9, vulnerable ? yearly * burden : yearly));
    }
}
