package se.samordna.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import se.samordna.coordination.AlertLine;
import se.samordna.local.StartupProblem;

/** Which alerts: by id, or so many at random. */
record WantedAlerts(List<UUID> alertIds, Optional<String> recipient, Optional<Integer> random, long seed) {

    boolean several() {
        return random.isPresent() || alertIds.size() > 1;
    }

    /** Of lines in their order, those wanted: each alert as the first told, or as the recipient asked for was. */
    List<AlertLine.Full> of(List<AlertLine.Full> lines) {
        if (random.isPresent()) {
            List<AlertLine.Full> standing = new ArrayList<>(lines.stream()
                    .filter(line -> !line.status().equals("WITHDRAWN"))
                    .toList());
            Collections.shuffle(standing, new Random(seed));
            return List.copyOf(standing.subList(0, Math.min(random.get(), standing.size())));
        }
        return alertIds.stream().distinct().map(id -> first(id, lines)).toList();
    }

    private static AlertLine.Full first(UUID alertId, List<AlertLine.Full> lines) {
        return lines.stream()
                .filter(line -> line.alertId().equals(alertId))
                .findFirst()
                .orElseThrow(() -> new StartupProblem("Nobody asked has been told " + alertId + " in full."));
    }
}
