package se.samordna.cli.county;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A municipality: its code, its name, and how many children aged 0–17 live there. Östersund's number is from its
 * population by age at the end of 2023; the others' are its share of the age group on their populations, in round
 * figures, Sjöbo's and Borås's from their plans.
 */
public record Municipality(String code, String name, int children) {
    /** The eight municipalities of the county of Jämtland, about 26,000 children. */
    public static final List<Municipality> JAMTLAND = List.of(
            new Municipality("2303", "Ragunda", 900),
            new Municipality("2305", "Bräcke", 1_100),
            new Municipality("2309", "Krokom", 3_500),
            new Municipality("2313", "Strömsund", 2_050),
            new Municipality("2321", "Åre", 2_650),
            new Municipality("2326", "Berg", 1_300),
            new Municipality("2361", "Härjedalen", 1_650),
            new Municipality("2380", "Östersund", 13_012));

    private static final List<Municipality> ELSEWHERE =
            List.of(new Municipality("1265", "Sjöbo", 3_900), new Municipality("1490", "Borås", 24_475));

    /** The municipality with that code, if we know how many children it has. */
    public static Optional<Municipality> known(String code) {
        return Stream.concat(JAMTLAND.stream(), ELSEWHERE.stream())
                .filter(m -> m.code().equals(code))
                .findFirst();
    }

    int number() {
        return Integer.parseInt(code);
    }

    /** The same, with another number of children. */
    public Municipality withChildren(int number) {
        return new Municipality(code, name, number);
    }
}
