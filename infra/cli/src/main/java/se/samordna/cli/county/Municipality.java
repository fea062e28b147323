package se.samordna.cli.county;

import java.util.ArrayList;
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

    private static final Municipality SJOBO = new Municipality("1265", "Sjöbo", 3_900);
    private static final Municipality BORAS = new Municipality("1490", "Borås", 24_475);

    /** What the demo shows: Jämtland, and the two others with a plan. A sixth of Borås, so that it is there in minutes. */
    public static final List<Municipality> DEMO = Stream.concat(
                    JAMTLAND.stream(), Stream.of(SJOBO, BORAS.withChildren(4_000)))
            .toList();

    /** The municipality with that code, if we know how many children it has. */
    public static Optional<Municipality> known(String code) {
        return Stream.concat(JAMTLAND.stream(), Stream.of(SJOBO, BORAS))
                .filter(m -> m.code().equals(code))
                .findFirst();
    }

    int number() {
        return Integer.parseInt(code);
    }

    /** These with so many children in all, shared out among them as they are. */
    public static List<Municipality> sharing(List<Municipality> municipalities, int children) {
        long all = municipalities.stream().mapToLong(Municipality::children).sum();
        List<Municipality> shared = new ArrayList<>();
        long given = 0;
        long of = 0;
        for (Municipality municipality : municipalities) {
            of += municipality.children();
            long upToHere = children * of / all;
            shared.add(municipality.withChildren((int) (upToHere - given)));
            given = upToHere;
        }
        return shared;
    }

    /** The same, with another number of children. */
    public Municipality withChildren(int number) {
        return new Municipality(code, name, number);
    }
}
