package se.samordna.indicators.cells;

import java.util.Comparator;

/**
 * Which figure: an indicator under one version of its definition, in a municipality or county, over a period.
 *
 * @param indicator the indicator's id, such as I05 or M.youth-centre-visits
 * @param version the version of its definition, from 1
 * @param municipality a kommunkod (four digits) or a county (two)
 * @param period the period
 */
public record CellKey(String indicator, int version, String municipality, Period period)
        implements Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::indicator)
            .thenComparing(CellKey::municipality)
            .thenComparing(CellKey::period)
            .thenComparingInt(CellKey::version);

    /** The county of a kommunkod, or the county itself. */
    public static String county(String municipality) {
        return municipality.length() < 2 ? municipality : municipality.substring(0, 2);
    }

    public String county() {
        return county(municipality);
    }

    public boolean ofCounty() {
        return municipality.length() == 2;
    }

    public CellKey in(Period other) {
        return new CellKey(indicator, version, municipality, other);
    }

    public CellKey under(int otherVersion) {
        return new CellKey(indicator, otherVersion, municipality, period);
    }

    public CellKey of(String otherMunicipality) {
        return new CellKey(indicator, version, otherMunicipality, period);
    }

    /** By indicator, municipality and period: the order every list of cells is in. */
    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
