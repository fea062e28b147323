package se.samordna.workplace.page;

import java.util.List;
import se.samordna.schemas.Kommunkod;

/** The municipalities whose plans Samordna carries: Östersund, Sjöbo, Borås. */
public final class PlannedMunicipalities {
    private static final List<String> CODES = List.of("2380", "1265", "1490");

    private PlannedMunicipalities() {}

    /** All of them. */
    public static List<Kommunkod> all() {
        return CODES.stream().flatMap(code -> Kommunkod.of(code).stream()).toList();
    }
}
