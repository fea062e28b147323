package se.samordna.cli.county;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who a county's children would be: given names that are common, family names that nobody has, and personnummer of the
 * test range, of which there is one per day and sex, so that children born on one day share one.
 */
public final class Persons {
    private static final int NAMES = 0x9A3E;
    private static final List<String> GIRLS = List.of(
            "Alma", "Astrid", "Ebba", "Elsa", "Freja", "Hilda", "Ines", "Leia", "Lilly", "Maja", "Märta", "Nova",
            "Selma", "Signe", "Tuva", "Vera", "Wilma", "Åsa");
    private static final List<String> BOYS = List.of(
            "Adam", "Axel", "Björn", "Elias", "Emil", "Frans", "Hugo", "Ivar", "Leo", "Love", "Milo", "Nils", "Olle",
            "Oscar", "Sixten", "Theo", "Viggo", "Åke");
    private static final List<String> FAMILIES = List.of(
            "Exempel",
            "Exempelsson",
            "Exempelberg",
            "Påhitt",
            "Påhittsson",
            "Påhittlund",
            "Prov",
            "Provström",
            "Provdal");

    private Persons() {}

    /**
     * One of them.
     *
     * @param number twelve digits
     * @param protection the code of its protected identity; NONE for nearly all
     */
    public record Person(String number, String given, String family, String protection) {}

    /** All of them, by the childId that their events have. */
    public static Map<UUID, Person> of(CountyOrder order) {
        Map<UUID, Person> persons = new HashMap<>();
        Set<String> numbers = Population.noNumbers();
        for (Municipality municipality : order.municipalities()) {
            new Population(order, municipality, numbers).families().forEach(family -> name(family, persons));
        }
        return persons;
    }

    private static void name(List<Resident> siblings, Map<UUID, Person> persons) {
        String family = one(FAMILIES, siblings.getFirst().dice(NAMES));
        for (Resident child : siblings) {
            if (!child.id().isEmpty()) {
                Dice dice = child.dice(NAMES + 1);
                persons.put(
                        UUID.fromString(child.id()),
                        new Person(
                                TestNumber.of(child.born(), child.girl()),
                                one(child.girl() ? GIRLS : BOYS, dice),
                                family,
                                child.protection()));
            }
        }
    }

    private static String one(List<String> names, Dice dice) {
        return names.get(dice.between(0, names.size()));
    }
}
