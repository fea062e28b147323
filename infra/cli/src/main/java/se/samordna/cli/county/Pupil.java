package se.samordna.cli.county;

import java.nio.charset.StandardCharsets;

/** A pupil on a school's roll, from one instant to another, and the absence of each day. */
final class Pupil {
    private static final double USUALLY_ILL = 0.0029;
    private static final double SHORT_LEAVE = 0.06;
    private static final double LESSON_NOT_REPORTED = 0.004;

    final Resident child;
    final byte[] middle;
    final byte[] ground;
    private final Trouble trouble;
    private final double illness;
    private final long from;
    private final long to;
    private int illDaysLeft;

    /** The child at the school, from {@code from} (in) to {@code to} (out). */
    Pupil(Resident child, Trouble trouble, int municipality, long from, long to) {
        this.child = child;
        this.trouble = trouble;
        this.from = from;
        this.to = to;
        this.illness = USUALLY_ILL * child.dice(13).between(0.2, 1.8);
        String middleText = "\"," + child.identity() + ",\"municipality\":\"" + municipality
                + "\",\"agency\":\"SCHOOL\",\"source\":\"" + Voice.SCHOOL.source(municipality) + "\",\"occurredAt\":\"";
        this.middle = middleText.getBytes(StandardCharsets.US_ASCII);
        String protection =
                child.protection().equals("NONE") ? "" : ",\"protectedIdentity\":\"" + child.protection() + '"';
        this.ground = ("\",\"ground\":\"OWN\"" + protection + ",\"date\":\"").getBytes(StandardCharsets.US_ASCII);
    }

    /** On the roll that day; {@code autumn} is the year the school year began. */
    boolean attends(long startOfDay, int autumn) {
        int turns = autumn - child.born().getYear();
        return turns >= 6 && turns <= 15 && startOfDay >= from && startOfDay < to;
    }

    /** One day at school, in minutes. */
    record Day(boolean reported, int offered, int valid, int invalid) {}

    Day day(long epochDay, int autumn, boolean friday, double season) {
        int offered = offered(autumn - child.born().getYear()) - (friday ? 40 : 0);
        if (illDaysLeft > 0) {
            illDaysLeft--;
            return new Day(true, offered, offered, 0);
        }
        long bits = Dice.mix(child.key(), epochDay);
        double drawn = (bits >>> 11) * 0x1.0p-53;
        double second = (bits & 0x7FF) / 2048.0;
        double away = trouble.on(epochDay);
        if (drawn < away) {
            int minutes = second < 0.75 ? offered : offered / 2;
            boolean excused = (bits & 0x1800) == 0;
            return new Day(true, offered, excused ? minutes : 0, excused ? 0 : minutes);
        }
        return ordinary((drawn - away) / (1 - away), second, offered, season);
    }

    private Day ordinary(double drawn, double second, int offered, double season) {
        double ill = illness * season;
        if (drawn < ill) {
            illDaysLeft = second < 0.85 ? 0 : second < 0.96 ? 1 : 3;
            return new Day(true, offered, offered, 0);
        }
        if (drawn < ill + SHORT_LEAVE) {
            return new Day(true, offered, 30 + (int) (second * 60), 0);
        }
        return new Day(drawn < 1 - LESSON_NOT_REPORTED, offered, 0, 0);
    }

    /** Teaching time grows with age: about four hours a day for the youngest, nearly six for the oldest. */
    private static int offered(int turns) {
        if (turns <= 9) {
            return 250;
        }
        return turns <= 12 ? 310 : 345;
    }
}
