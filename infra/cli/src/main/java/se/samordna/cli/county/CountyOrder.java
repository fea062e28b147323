package se.samordna.cli.county;

import java.time.LocalDate;
import java.util.List;

/**
 * What to generate.
 *
 * @param municipalities which, and how many children in each
 * @param months how many months, up to {@code until}
 * @param until the local day at whose start the data end
 * @param personnummer whether children carry test numbers in place of a childId, as far as the test range goes
 */
public record CountyOrder(
        List<Municipality> municipalities, int months, LocalDate until, long seed, boolean personnummer) {
    public CountyOrder {
        municipalities = List.copyOf(municipalities);
    }

    Window window() {
        return new Window(until.minusMonths(months), until);
    }

    /** Children in all. */
    public int children() {
        return municipalities.stream().mapToInt(Municipality::children).sum();
    }
}
