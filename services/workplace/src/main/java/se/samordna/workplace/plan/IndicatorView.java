package se.samordna.workplace.plan;

import java.util.List;

/**
 * A definition of an indicator in words, with its figures where they are of a municipality.
 *
 * @param numerator what is counted, and {@code denominator} out of what; empty of a measure
 * @param source in law or plan
 * @param charts of each version that has figures; none without a municipality
 */
record IndicatorView(
        String id,
        String name,
        String link,
        String unit,
        String numerator,
        String denominator,
        String source,
        String areas,
        String version,
        List<KpiView> kolada,
        List<VersionView> charts) {

    /** A national figure in words. */
    record KpiView(String id, String title, String differs) {}

    /** @param title which version it is; empty where there is but one */
    record VersionView(String title, Chart chart) {}

    /**
     * A municipality or county beside others.
     *
     * @param of what it is the sum of; empty where that is not known, or it is none
     */
    record Beside(String name, String value, String counts, String why, boolean own, String of) {}

    /** A goal that is measured by it. */
    record Measures(String area, String text, String link, String target) {}
}
