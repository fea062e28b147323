package se.samordna.rules;

/**
 * What makes a day of absence high; shared by the rules that see runs.
 *
 * @param version of these settings
 * @param offeredMinutes least offered minutes in 28 days for a day to count
 * @param highPercent absent minutes of offered from which a day is high
 * @param urgentPercent from which its level is 2
 * @param worstPercent from which its level is 3
 */
public record AbsenceSettings(int version, int offeredMinutes, int highPercent, int urgentPercent, int worstPercent) {

    public static final AbsenceSettings DEFAULT = new AbsenceSettings(1, 600, 10, 20, 50);
}
