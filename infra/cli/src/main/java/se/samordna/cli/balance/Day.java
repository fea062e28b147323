package se.samordna.cli.balance;

import java.time.LocalDate;
import java.util.SortedMap;
import se.samordna.rules.Agency;

/**
 * The events of an agency received on a local day, each once.
 *
 * @param accepted how many the agency's topic has, counted by reading it
 * @param released how many take part in all rules; those replaced or retracted, or forgotten in time, are among them
 * @param held how many do not yet, or came too late to, by the reason
 * @param deadLettered how many were put away for a fault of ours
 * @param missing how many coordination has not accounted for; below 0: so many more than there are
 */
public record Day(
        Agency agency,
        LocalDate day,
        long accepted,
        long released,
        SortedMap<String, Long> held,
        long deadLettered,
        long missing) {

    public boolean balances() {
        return missing == 0;
    }
}
