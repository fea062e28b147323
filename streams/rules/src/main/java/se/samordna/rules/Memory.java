package se.samordna.rules;

/**
 * How long attendance matters, in days of 24 h after the end of its local day (rules.md, Memory).
 *
 * @param late a line received this late or later takes no part
 * @param forget the line itself may be forgotten; what runs need of it is folded into their memory first
 * @param absence what makes a day of absence high
 */
public record Memory(int late, int forget, AbsenceSettings absence) {

    public static final Memory COORDINATION = new Memory(35, 100, AbsenceSettings.DEFAULT);
    public static final Memory INDICATORS = new Memory(400, 500, AbsenceSettings.DEFAULT);

    /** The same with another notion of a day of high absence. */
    public Memory with(AbsenceSettings other) {
        return new Memory(late, forget, other);
    }

    boolean isLate(long epochDay, long receivedMs) {
        return receivedMs >= Calendar.endMs(epochDay) + late * Calendar.DAY_MS;
    }

    boolean mayForget(long epochDay, long nowMs) {
        return nowMs >= Calendar.endMs(epochDay) + forget * Calendar.DAY_MS;
    }

    /** The last Sunday whose day, and so whose ISO week, may be forgotten. */
    int lastForgettableSunday(long nowMs) {
        long day = Calendar.day(java.time.Instant.ofEpochMilli(nowMs - forget * Calendar.DAY_MS))
                        .toEpochDay()
                - 1;
        return (int) (day - Math.floorMod(day + 4, 7L));
    }
}
