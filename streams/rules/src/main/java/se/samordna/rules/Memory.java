package se.samordna.rules;

/**
 * How long attendance matters, in days of 24 h after the end of its local day (rules.md, Memory).
 *
 * @param late a line received this late or later takes no part
 * @param forget the line itself may be forgotten
 */
public record Memory(int late, int forget) {

    public static final Memory COORDINATION = new Memory(35, 100);
    public static final Memory INDICATORS = new Memory(400, 500);
}
