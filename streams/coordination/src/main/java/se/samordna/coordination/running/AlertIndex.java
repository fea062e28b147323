package se.samordna.coordination.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.alerts.Severity;
import se.samordna.coordination.AlertLine;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;

/**
 * The last word on every alert, by recipient and municipality, in the order in which a coordinator takes them. A notice
 * names no municipality; it is filed under that of its alert. Safe for several threads.
 */
public final class AlertIndex {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int WORST = 3;
    private static final int NONE_SAID = -1;
    private static final String SOCIAL_SERVICES = Agencies.wireName(Agency.SOCIAL_SERVICES);

    /** What was told last is what one does not know yet. */
    private static final Comparator<Row> ENDED = Comparator.comparing(Row::at).reversed();

    /** As they are filed: but for what time alone has moved up since, the order of a page. */
    private static final Comparator<Row> FILED = order(Instant.MIN);

    private final Map<Key, Row> rows = new HashMap<>();
    private final Map<Shelf, TreeSet<Row>> shelves = new HashMap<>();
    private final Map<UUID, String> municipalities = new HashMap<>();
    private final ChildPlaces places = new ChildPlaces();

    private record Key(String recipient, UUID alertId) {}

    private record Shelf(String recipient, String municipality) {}

    /** @param at when it was told, by its child's clock */
    private record Row(AlertLine line, String municipality, Instant at) {

        boolean live() {
            return line.live();
        }

        /** An alert in full says it itself, by its child's clock. */
        boolean overdue(Instant now) {
            return switch (line) {
                case AlertLine.Full full -> full.overdue();
                case AlertLine.Notice notice -> notice.dueAt().isBefore(now);
            };
        }

        int level() {
            return line instanceof AlertLine.Full full ? full.level() : 1;
        }

        /** What another agency's events ask of a school, the region or the police; their own rules they have besides. */
        boolean asked() {
            return line instanceof AlertLine.Notice && !line.recipient().equals(SOCIAL_SERVICES);
        }

        /** What its rule says of it; a notice does not say, and stands below what does. */
        int severity() {
            return line instanceof AlertLine.Full full
                    ? Severity.valueOf(full.severity()).ordinal()
                    : NONE_SAID;
        }

        /** Its level; of what may cost a child most if it is missed, and is due within a day, the worst. */
        int pressing(Instant tomorrow) {
            return severity() == Severity.CRITICAL.ordinal() && !line.dueAt().isAfter(tomorrow) ? WORST : level();
        }
    }

    /** How much of it an agency is told. */
    public enum Kind {
        ALL,
        NOTICE,
        FULL;

        private boolean fits(AlertLine line) {
            return switch (this) {
                case ALL -> true;
                case NOTICE -> line instanceof AlertLine.Notice;
                case FULL -> line instanceof AlertLine.Full;
            };
        }
    }

    /**
     * What is asked for.
     *
     * @param municipalities by code; of several, what is filed in any
     * @param statuses any of these; none: all but the withdrawn
     * @param rule empty: of any rule, and notices
     * @param kind notices, alerts in full, or both
     * @param level empty: of any; a notice has the least
     * @param dueAfter due after then
     * @param dueBy due at or before then
     * @param toldAfter told or changed after then
     * @param among these alone
     * @param but not these
     */
    public record Wanted(
            String recipient,
            Set<String> municipalities,
            Set<String> statuses,
            Optional<String> rule,
            Kind kind,
            Optional<Integer> level,
            Optional<Instant> dueAfter,
            Optional<Instant> dueBy,
            Optional<Instant> toldAfter,
            Optional<Set<UUID>> among,
            Set<UUID> but) {

        private boolean fits(Row row) {
            return fits(row.line)
                    && level.filter(one -> one != row.level()).isEmpty()
                    && toldAfter.filter(then -> !row.at.isAfter(then)).isEmpty()
                    && among.filter(ids -> !ids.contains(row.line.alertId())).isEmpty()
                    && !but.contains(row.line.alertId());
        }

        private boolean fits(AlertLine line) {
            boolean inStatus =
                    statuses.isEmpty() ? !line.status().equals("WITHDRAWN") : statuses.contains(line.status());
            boolean ofRule = rule.isEmpty()
                    || line instanceof AlertLine.Full full && rule.get().equals(full.ruleId());
            return inStatus
                    && ofRule
                    && kind.fits(line)
                    && dueAfter.filter(then -> !line.dueAt().isAfter(then)).isEmpty()
                    && dueBy.filter(then -> line.dueAt().isAfter(then)).isEmpty();
        }
    }

    /**
     * A page of it.
     *
     * @param total of all pages
     * @param levels how many of each level in all pages
     * @param told when each line of the page was told
     * @param changed how many in all pages were told after the instant asked about
     * @param filed in which municipality each line of the page is
     */
    public record Page(
            List<AlertLine> lines,
            int total,
            Map<Integer, Integer> levels,
            Map<UUID, Instant> told,
            int changed,
            Map<UUID, String> filed) {}

    /** @param at by the child's clock */
    synchronized void take(SpecificRecord told, Instant at) {
        AlertLine line = AlertLine.inWords(told);
        String filed = line instanceof AlertLine.Full full
                ? full.municipality().orElse("")
                : municipalities.getOrDefault(line.alertId(), "");
        put(new Row(line, filed, at));
        if (line instanceof AlertLine.Full full && !filed.equals(municipalities.put(line.alertId(), filed))) {
            refile(full);
        }
    }

    synchronized void forget(String topic, byte @Nullable [] key) {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        int slash = text.indexOf('/');
        if (slash > 0) {
            UUID alert = UUID.fromString(text.substring(slash + 1));
            remove(new Key(topic.substring(topic.indexOf('.') + 1), alert));
        }
    }

    /**
     * @param page from 1
     * @param since those told after it are counted
     * @param now by which notices are overdue
     */
    public synchronized Page page(Wanted wanted, int page, int size, Instant since, Instant now) {
        Map<Integer, Integer> levels = new TreeMap<>();
        List<AlertLine> lines = new ArrayList<>();
        Map<UUID, Instant> told = new LinkedHashMap<>();
        Map<UUID, String> filed = new LinkedHashMap<>();
        int total = 0;
        int changed = 0;
        for (Row row : fitting(wanted, now)) {
            levels.merge(row.level(), 1, Integer::sum);
            if (total >= (long) (page - 1) * size && lines.size() < size) {
                lines.add(row.line);
                told.put(row.line.alertId(), row.at);
                filed.put(row.line.alertId(), row.municipality);
            }
            total++;
            changed += row.at.isAfter(since) ? 1 : 0;
        }
        return new Page(lines, total, levels, told, changed, filed);
    }

    /** Each shelf is nearly in order: what the sort does is merge them. */
    private List<Row> fitting(Wanted wanted, Instant now) {
        return wanted.municipalities().stream()
                .map(place -> shelves.getOrDefault(new Shelf(wanted.recipient(), place), new TreeSet<>(FILED)))
                .flatMap(Set::stream)
                .filter(wanted::fits)
                .sorted(order(now))
                .toList();
    }

    /** The last word on one alert to a recipient. */
    public synchronized Optional<AlertLine> find(String recipient, UUID alertId) {
        return Optional.ofNullable(rows.get(new Key(recipient, alertId))).map(Row::line);
    }

    /**
     * The last word on one alert to a recipient, and where it is filed.
     *
     * @param municipality of the alert, also where the line is a notice and does not say; empty where that is not known
     * @param told when it was told, by its child's clock
     */
    public record Filed(AlertLine line, String municipality, Instant told) {}

    /** The same, with where it is filed. */
    public synchronized Optional<Filed> filed(String recipient, UUID alertId) {
        return Optional.ofNullable(rows.get(new Key(recipient, alertId)))
                .map(row -> new Filed(row.line, row.municipality, row.at));
    }

    /** The last word on one alert to whoever is told it in full. */
    public synchronized Optional<AlertLine.Full> inFull(UUID alertId) {
        return Agencies.ALL.stream()
                .flatMap(agency -> find(Agencies.wireName(agency), alertId).stream())
                .filter(AlertLine.Full.class::isInstance)
                .map(AlertLine.Full.class::cast)
                .findFirst();
    }

    /** Where an alert is filed; empty where that is not known, or it is of no municipality. */
    public synchronized Optional<String> municipality(UUID alertId) {
        return Optional.ofNullable(municipalities.get(alertId)).filter(code -> !code.isEmpty());
    }

    /** The municipalities in which alerts of a child are filed. */
    public synchronized Set<String> municipalitiesOf(UUID childId) {
        return places.of(childId);
    }

    private void refile(AlertLine.Full full) {
        for (Agency agency : Agencies.ALL) {
            Row row = rows.get(new Key(Agencies.wireName(agency), full.alertId()));
            if (row != null && row.line instanceof AlertLine.Notice) {
                put(new Row(row.line, full.municipality().orElse(""), row.at));
            }
        }
    }

    private void put(Row row) {
        Key key = new Key(row.line.recipient(), row.line.alertId());
        remove(key);
        rows.put(key, row);
        shelf(row).add(row);
        places.add(row.line.childId(), row.municipality);
    }

    private void remove(Key key) {
        Row before = rows.remove(key);
        if (before != null) {
            shelf(before).remove(before);
            places.remove(before.line.childId(), before.municipality);
        }
    }

    /** What is live before what is over, and of each what a coordinator looks for first. */
    private static Comparator<Row> order(Instant now) {
        Comparator<Row> live = live(now);
        return Comparator.comparing(Row::live)
                .reversed()
                .thenComparing((one, other) -> one.live() ? live.compare(one, other) : ENDED.compare(one, other))
                .thenComparing(row -> row.line.alertId());
    }

    /**
     * First the overdue; of those and of the others first what an agency is asked, which waits for nobody else; the most severe rule's on top and the longest overdue on top of those; then what presses most, and
     * what is due first.
     */
    private static Comparator<Row> live(Instant now) {
        Instant tomorrow = now.plus(DAY);
        return Comparator.comparing((Row row) -> row.overdue(now))
                .thenComparing(Row::asked)
                .thenComparing(row -> row.overdue(now) ? row.severity() : row.pressing(tomorrow))
                .reversed()
                .thenComparing(row -> row.line.dueAt());
    }

    private TreeSet<Row> shelf(Row row) {
        return shelves.computeIfAbsent(new Shelf(row.line.recipient(), row.municipality), _ -> new TreeSet<>(FILED));
    }
}
