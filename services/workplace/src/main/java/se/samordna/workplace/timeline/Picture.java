package se.samordna.workplace.timeline;

import java.util.List;
import java.util.Optional;

/**
 * What the template draws. All lengths are pixels of the view box.
 *
 * @param now where the answer's own clock stands; empty: outside what is drawn
 */
public record Picture(int width, int height, Optional<Now> now, List<Tick> ticks, List<Lane> lanes, AlertLane alerts) {

    /** Now, on the axis of time. */
    public record Now(int x, String text) {}

    /**
     * The beginning of a month or a day.
     *
     * @param textX the middle of its words; over its own line, or over the day it begins
     * @param text empty where there is no room for it
     */
    public record Tick(int x, int textX, String text) {}

    /**
     * One agency's lane.
     *
     * @param agency css name
     * @param nameLines its name, broken to fit
     * @param note why there is less in it than there may be
     */
    public record Lane(
            String agency,
            List<String> nameLines,
            int y,
            int height,
            boolean even,
            List<Bar> bars,
            List<Mark> marks,
            List<Week> weeks,
            Optional<Gap> gap,
            Optional<String> note) {}

    /**
     * Something that goes on.
     *
     * @param label empty where there is no room for it
     */
    public record Bar(int x, int y, int width, String label, String title) {
        /** Where its label begins. */
        public int textX() {
            return x + 6;
        }
    }

    /**
     * One event, or several too close to tell apart.
     *
     * @param label empty where there is no room for it
     */
    public record Mark(int x, int y, int count, String label, String title) {
        /** Its radius. */
        public int radius() {
            return count > 1 ? 9 : 6;
        }
    }

    /** A school week or day: what was offered, and of it the absence. */
    public record Week(
            int x,
            int y,
            int width,
            int height,
            int validY,
            int validHeight,
            int invalidY,
            int invalidHeight,
            String title) {}

    /** A time of silence. */
    public record Gap(int x, int y, int width, int height, String text) {}

    /**
     * The alerts below the lanes.
     *
     * @param more that there are some for which there is no room; empty if there are none
     */
    public record AlertLane(int y, int height, List<AlertLine> lines, Optional<String> more) {}

    /**
     * An alert from its opening to its end, and its due time.
     *
     * @param dueX empty where that lies outside what is drawn
     * @param level 0 once it is over
     */
    public record AlertLine(
            int fromX, int toX, Optional<Integer> dueX, int y, int level, int labelX, String label, String title) {}
}
