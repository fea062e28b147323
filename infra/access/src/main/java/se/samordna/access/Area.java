package se.samordna.access;

import java.util.List;
import java.util.Optional;
import se.samordna.schemas.Kommunkod;

/**
 * Where someone works: a municipality, a county's municipalities, or all of them.
 *
 * @param code four digits for a municipality, two for a county, {@code 00} for the country
 */
public record Area(String code) {

    /** Sweden, for those who run the platform. */
    public static final Area ALL = new Area("00");

    /** @throws IllegalArgumentException for a code of no municipality and no county */
    public Area {
        if (!isArea(code)) {
            throw new IllegalArgumentException("no municipality, county or country has that code");
        }
    }

    /** The area of that code, if there is one. */
    public static Optional<Area> of(String code) {
        return Optional.of(code).filter(Area::isArea).map(Area::new);
    }

    private static boolean isArea(String code) {
        return code.equals("00") || Kommunkod.of(code).isPresent() || Kommunkod.isCounty(code);
    }

    /** Whether the municipality of that code lies in it. */
    public boolean covers(String municipality) {
        return Kommunkod.of(municipality).filter(this::covers).isPresent();
    }

    public boolean covers(Kommunkod municipality) {
        return code.equals("00") || municipality.code().startsWith(code);
    }

    /** Whether all of that area lies in it. */
    public boolean covers(Area other) {
        return code.equals("00") || other.code.startsWith(code);
    }

    /** The municipality that it is; empty for a county or the country. */
    public Optional<Kommunkod> municipality() {
        return Kommunkod.of(code);
    }

    /** The two digits of the county that it is; empty for a municipality or the country. */
    public Optional<String> county() {
        return Optional.of(code).filter(Kommunkod::isCounty);
    }

    /** All municipalities in it, by code. */
    public List<Kommunkod> municipalities() {
        return Kommunkod.all().stream().filter(this::covers).toList();
    }
}
