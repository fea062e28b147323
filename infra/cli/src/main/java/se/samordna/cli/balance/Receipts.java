package se.samordna.cli.balance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.samordna.contributions.EventReceipts;
import se.samordna.rules.Agency;

/** What coordination says it has accounted for, by agency and day over all partitions; the last word of each holds. */
public final class Receipts {

    private final Map<Place, Long> last = new HashMap<>();

    private record Place(OfDay of, int partition) {}

    /** An agency's events received on a local day. */
    record OfDay(Agency agency, LocalDate day) {}

    /** In the order of the topic; what is said of months is the indicators'. */
    public void take(EventReceipts told) {
        if (told.getMunicipality().isEmpty()) {
            agency(told)
                    .ifPresent(agency -> last.put(
                            new Place(new OfDay(agency, LocalDate.parse(told.getPeriod())), told.getPartition()),
                            told.getTotal()));
        }
    }

    private static Optional<Agency> agency(EventReceipts told) {
        return java.util.Arrays.stream(Agency.values())
                .filter(agency -> agency.name().equals(told.getAgency().name()))
                .findFirst();
    }

    Map<OfDay, Long> totals() {
        Map<OfDay, Long> totals = new HashMap<>();
        last.forEach((place, total) -> totals.merge(place.of, total, Long::sum));
        return totals;
    }
}
