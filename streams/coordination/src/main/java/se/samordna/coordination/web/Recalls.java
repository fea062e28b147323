package se.samordna.coordination.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.AlertIndex;

/**
 * The alerts of a child that the asker's people were told and that have been taken back since, as they were told so: the
 * child's own store does not say why. No ground to look at a child, and part of no look back, since what was taken back was
 * never true.
 *
 * @param withdrawn the latest first
 * @param told when each was taken back, by its child's clock
 */
record Recalls(List<AlertLine> withdrawn, Map<UUID, Instant> told) {

    static Recalls of(Past.Shown shown, AlertIndex alerts) {
        String recipient = shown.at().asker().recipient();
        List<AlertIndex.Filed> all = shown.isPast()
                ? List.of()
                : Sight.takenBack(shown.at()).stream()
                        .flatMap(id -> alerts.filed(recipient, id).stream())
                        .filter(filed -> filed.line().status().equals("WITHDRAWN"))
                        .sorted(Comparator.comparing(AlertIndex.Filed::told)
                                .reversed()
                                .thenComparing(filed -> filed.line().alertId()))
                        .toList();
        Map<UUID, Instant> told = new LinkedHashMap<>();
        all.forEach(filed -> told.put(filed.line().alertId(), filed.told()));
        return new Recalls(all.stream().map(AlertIndex.Filed::line).toList(), told);
    }
}
