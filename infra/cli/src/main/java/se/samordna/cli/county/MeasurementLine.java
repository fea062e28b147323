package se.samordna.cli.county;

/**
 * A municipality's figure as a line, before its numbers.
 *
 * @param id the sender's, the same in every revision
 * @param period {@code 2026}, {@code 2026-Q1} or {@code 2026-03}
 */
record MeasurementLine(String id, int revision, String municipality, String measure, String period) {

    /** @param den {@code null} where the measure has none */
    byte[] of(int num, String den, String source) {
        Line line = new Line().raw("{\"type\":\"MunicipalMeasurement\"").text("measurementId", id);
        line.number("revision", revision).text("municipality", municipality).text("measure", measure);
        line.text("period", period).number("num", num).raw(",\"den\":").raw(den).raw(",\"value\":null");
        return line.text("source", source).raw("}").copy();
    }
}
