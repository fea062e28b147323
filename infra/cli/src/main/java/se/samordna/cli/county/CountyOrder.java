package se.samordna.cli.county;

import java.time.LocalDate;
import java.util.List;

/**
 * What to generate.
 *
 * @param municipalities which, and how many children in each
 * @param from the local day at whose start the data begin
 * @param until the local day at whose start they end
 * @param personnummer whether children carry test numbers in place of a childId, as far as the test range goes
 * @param pseudonyms where these are known, the childId of whoever is the first to have a test number
 */
public record CountyOrder(
        List<Municipality> municipalities,
        LocalDate from,
        LocalDate until,
        long seed,
        boolean personnummer,
        Pseudonyms pseudonyms) {
    private static final int DEMO_MONTHS = 12;

    public CountyOrder {
        municipalities = List.copyOf(municipalities);
    }

    /** So many months, up to {@code until}. */
    public CountyOrder(
            List<Municipality> municipalities, int months, LocalDate until, long seed, boolean personnummer) {
        this(municipalities, until.minusMonths(months), until, seed, personnummer, Pseudonyms.UNKNOWN);
    }

    /**
     * What the demo tells on that day: twelve whole months, for figures are counted by month and a piece of one would look
     * like a bad one, and of this month what there is, for what ended weeks ago is silent and overdue everywhere.
     */
    public static CountyOrder demo(
            List<Municipality> municipalities, LocalDate today, long seed, Pseudonyms pseudonyms) {
        LocalDate from = today.withDayOfMonth(1).minusMonths(DEMO_MONTHS);
        return new CountyOrder(municipalities, from, today, seed, false, pseudonyms);
    }

    Window window() {
        return new Window(from, until);
    }

    /** Children in all. */
    public int children() {
        return municipalities.stream().mapToInt(Municipality::children).sum();
    }
}
