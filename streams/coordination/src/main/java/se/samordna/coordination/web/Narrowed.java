package se.samordna.coordination.web;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samordna.access.Area;
import se.samordna.coordination.running.AlertIndex;
import se.samordna.rules.RuleId;
import se.samordna.rules.Status;
import se.samordna.schemas.Kommunkod;

/**
 * How a list of alerts is narrowed.
 *
 * @param status any of these; none: all but the withdrawn
 * @param rule empty: of any rule, and notices
 * @param kind all, notice, or full: alerts of the asker's own
 * @param level 1 to 3; 0: of any
 * @param dueWithin days from now, 0 what is due already; -1: whenever
 * @param late shown or hidden: whether what is due already is among it
 * @param since an instant; empty: nothing is counted as changed
 * @param changed all, or only those told after {@code since}
 */
record Narrowed(
        Set<String> status,
        String rule,
        String kind,
        int level,
        int dueWithin,
        String late,
        String since,
        String changed) {

    private static final Set<String> LATE = Set.of("shown", "hidden");
    private static final Set<String> CHANGED = Set.of("all", "only");
    private static final Set<String> STATUSES = names(Status.values());
    private static final Set<String> KINDS = Stream.of(AlertIndex.Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    private static final Set<String> RULES = names(RuleId.values());
    private static final int WORST = 3;
    private static final int LONGEST_DAYS = 366;

    private static Set<String> names(Enum<?>[] all) {
        return Stream.of(all).map(Enum::name).collect(Collectors.toSet());
    }

    static void wrongIf(boolean is, String field, List<String> wrong) {
        if (is) {
            wrong.add(field);
        }
    }

    /**
     * What a list is of: a municipality, or all of a county's in its place.
     *
     * @param municipality four digits; empty with a county, and only then
     * @param county two digits; empty with a municipality
     * @param wrong is told which of the two cannot be
     */
    static Optional<Area> area(String municipality, String county, List<String> wrong) {
        Optional<String> asked = county.isEmpty()
                ? Kommunkod.of(municipality).map(Kommunkod::code)
                : Optional.of(county).filter(code -> municipality.isEmpty() && Kommunkod.isCounty(code));
        wrongIf(asked.isEmpty(), county.isEmpty() ? "municipality" : "county", wrong);
        return asked.map(Area::new);
    }

    void judge(List<String> wrong) {
        wrongIf(!STATUSES.containsAll(status), "status", wrong);
        wrongIf(!rule.isEmpty() && !RULES.contains(rule), "rule", wrong);
        wrongIf(!KINDS.contains(kind), "kind", wrong);
        wrongIf(level < 0 || level > WORST, "level", wrong);
        wrongIf(dueWithin < -1 || dueWithin > LONGEST_DAYS, "dueWithin", wrong);
        wrongIf(!LATE.contains(late), "late", wrong);
        wrongIf(!since.isEmpty() && instant().isEmpty(), "since", wrong);
        wrongIf(!CHANGED.contains(changed) || changed.equals("only") && since.isEmpty(), "changed", wrong);
    }

    private Optional<Instant> instant() {
        try {
            return since.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(since));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** Changed after it; none are where nothing was asked. */
    Instant after() {
        return instant().orElse(Instant.MAX);
    }

    AlertIndex.Wanted wanted(String recipient, Area area, Instant now, Optional<Set<UUID>> among, Set<UUID> but) {
        return new AlertIndex.Wanted(
                recipient,
                area.municipalities().stream().map(Kommunkod::code).collect(Collectors.toSet()),
                status,
                Optional.of(rule).filter(one -> !one.isEmpty()),
                AlertIndex.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Optional.of(level).filter(one -> one > 0),
                Optional.of(now).filter(_ -> late.equals("hidden")),
                Optional.of(dueWithin).filter(one -> one >= 0).map(days -> now.plus(Duration.ofDays(days))),
                instant().filter(_ -> changed.equals("only")),
                among,
                but);
    }
}
