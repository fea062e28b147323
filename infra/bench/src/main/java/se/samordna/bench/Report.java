package se.samordna.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Prints each result as it comes and the ratios at the end. */
final class Report {
    private final PrintWriter out;
    private final Map<String, List<Trial.Result>> results = new LinkedHashMap<>();

    Report(PrintWriter out) {
        this.out = out;
    }

    void loads(long seed, Stamps stamps, Rig one, Rig ten) {
        say(
                "seed %d, %d partitions, lz4, commits each 100 ms, records' time %s, %s",
                seed, Rig.PARTITIONS, stamps, machine());
        load("1x ", one);
        load("10x", ten);
    }

    /** Reckons what must be told of a load, and prints what the bare rules cost. */
    Reference reference(String name, Rig rig) {
        long begun = System.nanoTime();
        Reference reference = Reference.of(rig.load());
        double seconds = (System.nanoTime() - begun) / 1e9;
        say(
                "%s: the bare rules in memory tell %,d, %,.0f events/s on one thread",
                name, reference.size(), rig.events() / seconds);
        return reference;
    }

    void add(Trial.Result result) {
        if (results.isEmpty()) {
            say("");
            say("%-34s %12s %9s %14s %8s", "arm", "events/s", "seconds", "changelog MB", "GC ms");
        }
        results.computeIfAbsent(result.arm(), _ -> new ArrayList<>()).add(result);
        say(
                "%-34s %,12.0f %9.1f %14.1f %8d",
                result.arm(),
                result.pace().perSecond(),
                result.pace().seconds(),
                result.changelogBytes() / 1e6,
                result.collectedMillis());
        result.beside().ifPresent(share -> say("  meanwhile the indicators had read %.0f %%", 100 * share));
        result.faults().forEach(fault -> say("  WRONG: %s", fault));
    }

    /** Prints the ratios; returns the exit code, 1 if any arm told something wrong. */
    int close() {
        say("");
        say(
                "median of %d runs each",
                results.values().stream().mapToInt(List::size).max().orElse(0));
        ratio("coordination ÷ raw pass-through", "coordination", "raw pass-through");
        ratio("coordination ÷ Streams pass-through", "coordination", "Streams pass-through");
        ratio("exactly once ÷ at least once", "coordination", "coordination, at least once");
        ratio("indicators on ÷ off", "coordination, indicators beside", "coordination");
        ratio("indicators on ÷ off, all in one VM", "coordination, indicators in its VM", "coordination");
        ratio("cost per event, 10x children ÷ 1x", "coordination", "coordination, 10x children");
        boolean wrong = results.values().stream()
                .flatMap(List::stream)
                .anyMatch(r -> !r.faults().isEmpty());
        say(wrong ? "VOID: an arm told the wrong alerts" : "every arm of coordination told the right alerts");
        return wrong ? 1 : 0;
    }

    private void ratio(String name, String above, String below) {
        OptionalDouble over = median(above);
        OptionalDouble under = median(below);
        if (over.isPresent() && under.isPresent()) {
            say("%-40s %5.2f", name, over.getAsDouble() / under.getAsDouble());
        }
    }

    private OptionalDouble median(String arm) {
        double[] sorted = results.getOrDefault(arm, List.of()).stream()
                .mapToDouble(r -> r.pace().perSecond())
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private void load(String name, Rig rig) {
        say(
                "%s: %,d events of %,d children over %d school days",
                name, rig.events(), rig.load().children(), rig.load().schoolDays());
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version();
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more jar
    private void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
