package se.samordna.workplace.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A small picture of a row of points, drawn here so that it is there without scripts and on paper. Lengths are of a
 * picture {@value #WIDTH} wide and {@value #HEIGHT} high. A period without a number breaks the line; one that is
 * withheld is a field of its own, never a zero; an exact figure that is withheld from others has one behind it.
 *
 * @param lines each as {@code x,y x,y}
 * @param dots where a number stands
 * @param fields the withheld periods
 * @param target the height of the target
 */
record Sparkline(List<String> lines, List<Dot> dots, List<Field> fields, Optional<String> target) {
    static final int WIDTH = 320;
    static final int HEIGHT = 72;
    private static final int EDGE = 6;

    /** A number. */
    record Dot(String x, String y) {}

    /** A withheld period. */
    record Field(String x, String width) {}

    static Sparkline of(List<Point> row, OptionalDouble target) {
        double greatest = Math.max(
                target.orElse(0),
                row.stream().mapToDouble(point -> point.value().orElse(0)).max().orElse(0));
        double step = (double) (WIDTH - 2 * EDGE) / Math.max(1, row.size());
        List<String> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        List<String> line = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Point point = row.get(i);
            if (point.ofFew()) {
                fields.add(new Field(text(EDGE + i * step), text(step)));
            }
            if (point.shown()) {
                String x = text(EDGE + (i + 0.5) * step);
                String y = height(point.value().orElseThrow(), greatest);
                dots.add(new Dot(x, y));
                line.add(x + "," + y);
                continue;
            }
            end(line, lines);
        }
        end(line, lines);
        return new Sparkline(
                lines,
                dots,
                fields,
                target.isEmpty() ? Optional.empty() : Optional.of(height(target.getAsDouble(), greatest)));
    }

    private static void end(List<String> line, List<String> lines) {
        if (line.size() > 1) {
            lines.add(String.join(" ", line));
        }
        line.clear();
    }

    private static String height(double value, double greatest) {
        double share = greatest == 0 ? 0 : value / greatest;
        return text(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE));
    }

    private static String text(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
