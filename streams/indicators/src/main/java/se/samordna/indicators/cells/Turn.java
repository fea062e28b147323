package se.samordna.indicators.cells;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A local day on which a municipality's children in a state become more or fewer, and stay so until the next. A state
 * that lasts for years is so two turns, and needs no wake-up in between.
 *
 * @param indicator its id
 * @param version of its definition
 * @param from the first local day at whose last instant it is so
 */
public record Turn(String indicator, int version, String municipality, LocalDate from) {

    /** The cell of the month it lies in. */
    public CellKey month() {
        return new CellKey(indicator, version, municipality, Period.month(YearMonth.from(from)));
    }
}
