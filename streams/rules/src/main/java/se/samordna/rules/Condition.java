package se.samordna.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * One thing that an alert hangs on, with its value.
 *
 * @param kind what is asked, in words
 * @param value in signs of no language: numbers, codes, ids, instants in UTC; what it is held against in brackets, as
 *     {@code 3 (≥ 3)}
 * @param met whether the value is what the row asks for; of what may still come, whether it has
 * @param of the agencies of whose events the value tells; whoever may not know of those is not shown it
 */
public record Condition(Kind kind, String value, boolean met, Set<Agency> of) {

    /** What is asked. */
    public enum Kind {
        ANCHOR("larmet hänger på", "hangs on"),
        SINCE("gäller sedan", "holds since"),
        WAITS_FOR("väntar på någon av", "waits for any of"),
        ENDED("upphörde", "ended"),
        DUE("i tid, senast", "in time, due by"),
        LEVEL("nivå", "level"),
        ACTION("handläggare har", "a coordinator did"),
        EVIDENCE("vilar på", "rests on"),
        REPORTS("anmälningar", "reports counted"),
        REPORTER_GROUPS("anmälargrupper", "groups of reporters"),
        COUNTED_FROM("räknat efter", "counted after"),
        APART("tid emellan", "time between them"),
        PROCESSES("verksamheter samtidigt", "processes at once"),
        LASTED("har pågått", "has lasted"),
        WAITED("har väntat", "has waited"),
        RUN("frånvaroperiod", "run of absence"),
        ABSENCE_AT_FIRST("frånvaro över 28 dagar, första höga dagen", "absence over 28 days, first high day"),
        ABSENCE_AT_LAST("frånvaro över 28 dagar, senaste dagen", "absence over 28 days, latest day"),
        WORST_NOTICE("allvarligaste besked", "worst notice"),
        SUPPORTS("pågående insatser", "active supports"),
        PLACEMENTS("pågående placeringar", "active placements");

        private final Card.Text label;

        Kind(String sv, String en) {
            label = new Card.Text(sv, en);
        }

        /** In both languages, without a capital. */
        public Card.Text label() {
            return label;
        }
    }

    public Condition {
        of = Set.copyOf(of);
    }

    static Condition of(Kind kind, String value, boolean met, Agency... of) {
        return new Condition(kind, value, met, Set.of(of));
    }

    /** A count held against the least that the row asks for. */
    static Condition atLeast(Kind kind, long count, long least, Agency... of) {
        return of(kind, count + " (≥ " + least + ")", count >= least, of);
    }

    /** A length of time held against the least days, counted as the rules do: 24 hours each. */
    static Condition daysAtLeast(Kind kind, Instant from, Instant to, int least, Agency... of) {
        Duration length = Duration.between(from, to);
        return of(kind, days(length) + " d (≥ " + least + " d)", length.compareTo(Duration.ofDays(least)) >= 0, of);
    }

    /** The time between two instants, held against the most hours. */
    static Condition hoursAtMost(Kind kind, Instant one, Instant other, int most, Agency... of) {
        Duration length = Duration.between(one, other).abs();
        String hours = String.format(Locale.ROOT, "%.1f", length.toMinutes() / 60.0);
        return of(kind, hours + " h (≤ " + most + " h)", length.compareTo(Duration.ofHours(most)) <= 0, of);
    }

    /** Absent minutes of offered ones, held against a percentage. */
    static Condition share(Kind kind, long absent, long offered, int percent, Agency... of) {
        String share = offered == 0 ? "0.0" : String.format(Locale.ROOT, "%.1f", 100.0 * absent / offered);
        return of(
                kind,
                absent + " / " + offered + " min = " + share + " % (≥ " + percent + " %)",
                100 * absent >= percent * offered,
                of);
    }

    private static long days(Duration length) {
        return Math.floorDiv(length.toMillis(), Calendar.DAY_MS);
    }

    /**
     * Whether it may be told to an agency that has been told the alert in full. Social services see what rules see, the
     * others what is of their own events alone; of a protected child nobody is shown more than that.
     */
    public boolean isFor(Agency asker, boolean isProtected) {
        return asker == Agency.SOCIAL_SERVICES && !isProtected || Set.of(asker).containsAll(of);
    }
}
