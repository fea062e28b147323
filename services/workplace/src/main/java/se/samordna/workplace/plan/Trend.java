package se.samordna.workplace.plan;

import java.util.List;
import java.util.Optional;

/**
 * Where a figure goes: the newest of a period that is over beside the one before it of the same span, of those that may be
 * shown. A year of which a part is counted goes nowhere beside a whole one.
 *
 * @param towards whether that is where the plan wants it; none where the plan wants nothing, or it stands still
 */
record Trend(Way way, Point from, Point to, Optional<Boolean> towards) {

    enum Way {
        UP("↗"),
        DOWN("↘"),
        LEVEL("→");

        private final String sign;

        Way(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** A difference smaller than what is printed is none. */
    private static final double PRINTED = 0.05;

    /** @param direction UP, DOWN or KEEP, as the plan has it */
    static Optional<Trend> of(List<Point> row, String direction) {
        List<Point> shown = row.stream()
                .filter(Point::shown)
                .filter(point -> !point.running())
                .toList();
        if (shown.size() < 2) {
            return Optional.empty();
        }
        Point from = shown.get(shown.size() - 2);
        Point to = shown.getLast();
        if (from.version() != to.version() || !from.since().equals(to.since())) {
            return Optional.empty();
        }
        double by = to.value().orElseThrow() - from.value().orElseThrow();
        Way way = Math.abs(by) < PRINTED ? Way.LEVEL : by > 0 ? Way.UP : Way.DOWN;
        return Optional.of(new Trend(way, from, to, towards(way, direction)));
    }

    private static Optional<Boolean> towards(Way way, String direction) {
        return switch (direction) {
            case "UP" -> way == Way.LEVEL ? Optional.empty() : Optional.of(way == Way.UP);
            case "DOWN" -> way == Way.LEVEL ? Optional.empty() : Optional.of(way == Way.DOWN);
            default -> Optional.empty();
        };
    }
}
