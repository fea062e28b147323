package se.samordna.coordination.running;

import java.nio.charset.StandardCharsets;
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
import se.samordna.coordination.AlertLine;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;

/**
 * The last word on every alert, by recipient and municipality, in the order in which a coordinator takes them. A notice
 * names no municipality; it is filed under that of its alert. Safe for several threads.
 */
public final class AlertIndex {

    /** As they are filed: but for what time alone has moved up since, the order of a page. */
    private static final Comparator<AlertRow> FILED = AlertRow.order(Instant.MIN);

    private final Map<Key, AlertRow> rows = new HashMap<>();
    private final Map<Shelf, TreeSet<AlertRow>> shelves = new HashMap<>();
    private final Map<UUID, String> municipalities = new HashMap<>();
    private final ChildPlaces places = new ChildPlaces();

    private record Key(String recipient, UUID alertId) {}

    private record Shelf(String recipient, String municipality) {}

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

        private boolean fits(AlertRow row) {
            return fits(row.line())
                    && level.filter(one -> one != row.level()).isEmpty()
                    && toldAfter.filter(then -> !row.at().isAfter(then)).isEmpty()
                    && among.filter(ids -> !ids.contains(row.line().alertId())).isEmpty()
                    && !but.contains(row.line().alertId());
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
        put(new AlertRow(line, filed, at));
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
        for (AlertRow row : fitting(wanted, now)) {
            levels.merge(row.level(), 1, Integer::sum);
            if (total >= (long) (page - 1) * size && lines.size() < size) {
                lines.add(row.line());
                told.put(row.line().alertId(), row.at());
                filed.put(row.line().alertId(), row.municipality());
            }
            total++;
            changed += row.at().isAfter(since) ? 1 : 0;
        }
        return new Page(lines, total, levels, told, changed, filed);
    }

    /** Each shelf is nearly in order: what the sort does is merge them. */
    private List<AlertRow> fitting(Wanted wanted, Instant now) {
        return wanted.municipalities().stream()
                .map(place -> shelves.getOrDefault(new Shelf(wanted.recipient(), place), new TreeSet<>(FILED)))
                .flatMap(Set::stream)
                .filter(wanted::fits)
                .sorted(AlertRow.order(now))
                .toList();
    }

    /** The last word on one alert to a recipient. */
    public synchronized Optional<AlertLine> find(String recipient, UUID alertId) {
        return Optional.ofNullable(rows.get(new Key(recipient, alertId))).map(AlertRow::line);
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
                .map(row -> new Filed(row.line(), row.municipality(), row.at()));
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
            AlertRow row = rows.get(new Key(Agencies.wireName(agency), full.alertId()));
            if (row != null && row.line() instanceof AlertLine.Notice) {
                put(new AlertRow(row.line(), full.municipality().orElse(""), row.at()));
            }
        }
    }

    private void put(AlertRow row) {
        Key key = new Key(row.line().recipient(), row.line().alertId());
        remove(key);
        rows.put(key, row);
        shelf(row).add(row);
        places.add(row.line().childId(), row.municipality());
    }

    private void remove(Key key) {
        AlertRow before = rows.remove(key);
        if (before != null) {
            shelf(before).remove(before);
            places.remove(before.line().childId(), before.municipality());
        }
    }

    private TreeSet<AlertRow> shelf(AlertRow row) {
        return shelves.computeIfAbsent(
                new Shelf(row.line().recipient(), row.municipality()), _ -> new TreeSet<>(FILED));
    }
}
