package se.samordna.cli.whatif;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What other settings would have told. Counts, of no child; small ones too, so it is for those who may see the alerts
 * anyhow.
 *
 * @param from alerts opened from then on
 * @param asOf as things stood when the log ended
 * @param rules every rule
 * @param workload the weeks in which an agency would have got more or fewer new alerts
 */
public record Report(Instant from, Instant asOf, List<OfRule> rules, List<Workload> workload) {

    public Report {
        rules = List.copyOf(rules);
        workload = List.copyOf(workload);
    }

    /**
     * One rule.
     *
     * @param before its alerts under the settings in force
     * @param after under the others
     * @param gained those only the others give
     * @param lost those only the settings in force give
     * @param changed those both give, but opened, due, ended, level or status differ
     */
    public record OfRule(String rule, String name, int before, int after, int gained, int lost, int changed) {
        boolean differs() {
            return gained + lost + changed > 0;
        }
    }

    /**
     * The new alerts of a week that an agency in a municipality is to act on.
     *
     * @param week as 2026-W07, by the local day it opened
     */
    public record Workload(String municipality, String week, String agency, int before, int after) {
        public int extra() {
            return after - before;
        }
    }

    /** Whether the settings tell the same. */
    public boolean nothingDiffers() {
        return rules.stream().noneMatch(OfRule::differs) && workload.isEmpty();
    }

    /** As two tables: by rule, and by agency if one would have got more or fewer new alerts. */
    public void print(PrintWriter out) {
        out.printf(Locale.ROOT, "alerts opened from %s, as of %s%n%n", from, asOf);
        if (nothingDiffers()) {
            out.println("no differences");
            return;
        }
        out.printf(
                Locale.ROOT, "%-36s %8s %8s %8s %8s %8s%n", "rule", "in force", "what if", "gained", "lost", "changed");
        rules.stream()
                .filter(OfRule::differs)
                .forEach(rule -> row(
                        out,
                        rule.rule + " " + rule.name,
                        rule.before,
                        rule.after,
                        rule.gained,
                        rule.lost,
                        rule.changed));
        row(
                out,
                "all rules",
                rules.stream().mapToInt(OfRule::before).sum(),
                rules.stream().mapToInt(OfRule::after).sum(),
                rules.stream().mapToInt(OfRule::gained).sum(),
                rules.stream().mapToInt(OfRule::lost).sum(),
                rules.stream().mapToInt(OfRule::changed).sum());
        if (workload.isEmpty()) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "%n%-12s %-9s %-16s %8s %8s %8s%n",
                "municipality",
                "week",
                "agency",
                "in force",
                "what if",
                "extra");
        workload.forEach(w -> out.printf(
                Locale.ROOT,
                "%-12s %-9s %-16s %8d %8d %+8d%n",
                w.municipality,
                w.week,
                w.agency,
                w.before,
                w.after,
                w.extra()));
    }

    private static void row(PrintWriter out, String name, int... counts) {
        out.printf(Locale.ROOT, "%-36s", name);
        for (int count : counts) {
            out.printf(Locale.ROOT, " %8d", count);
        }
        out.println();
    }
}
