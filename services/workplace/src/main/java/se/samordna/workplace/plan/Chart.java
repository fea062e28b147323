package se.samordna.workplace.plan;

import java.util.List;

/**
 * A row of points as a picture and as a table, which tell the same.
 *
 * @param label what the picture shows, for those who do not see it
 * @param data what the script draws it of, as JSON ({@link ChartMaker.Data})
 * @param rows the newest first
 * @param exact whether these are the municipality's own exact figures
 */
record Chart(
        String label,
        String data,
        Sparkline sparkline,
        List<Row> rows,
        boolean withTarget,
        boolean withCounty,
        boolean withSuppressed,
        boolean exact) {

    /**
     * A period in words.
     *
     * @param value empty where there is none
     * @param why there is none
     * @param restated since when it has been another than first published
     * @param outside what anyone else is shown in place of an exact figure; empty where that is the same
     */
    record Row(
            String period, String value, String counts, String why, String county, String restated, String outside) {}

    /** Whether there is anything to draw: one number alone is no row. */
    public boolean drawn() {
        return rows.size() > 1;
    }
}
