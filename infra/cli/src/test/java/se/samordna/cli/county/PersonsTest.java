package se.samordna.cli.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.samordna.cli.county.Persons.Person;
import se.samordna.kit.privacy.Personnummer;

class PersonsTest {
    private static final Pattern CHILD = Pattern.compile("\"childId\":\"([^\"]+)\"");
    private static final CountyOrder ORDER =
            new CountyOrder(Municipality.sharing(Municipality.DEMO, 600), 3, LocalDate.of(2026, 7, 1), 1, false);

    @Test
    void every_child_has_a_made_up_name_and_a_number_of_the_test_range() {
        Map<UUID, Person> persons = Persons.of(ORDER);

        assertThat(persons).hasSize(600).isEqualTo(Persons.of(ORDER));
        assertThat(persons.values()).allSatisfy(person -> {
            assertThat(person.family()).containsPattern("^(Exempel|Påhitt|Prov)");
            assertThat(person.number().substring(8)).matches("23[89]\\d");
            assertThat(Personnummer.parse(person.number(), LocalDate.of(2026, 1, 1)))
                    .isPresent();
        });
        assertThat(persons.values().stream().map(Person::protection)).contains("NONE", "SECRECY_MARKED");
    }

    @Test
    void whoever_is_the_first_to_have_a_number_goes_by_its_pseudonym_and_no_two_by_one() {
        Pseudonyms known = (place, number) ->
                place.equals("2380") ? Optional.of(new UUID(8, Long.parseLong(number))) : Optional.empty();
        CountyOrder order =
                CountyOrder.demo(Municipality.sharing(Municipality.DEMO, 600), LocalDate.of(2026, 7, 1), 1, known);

        Map<UUID, Person> persons = Persons.of(order);

        assertThat(persons).hasSize(600);
        Map<UUID, Person> found = new HashMap<>(persons);
        found.keySet().removeIf(id -> id.getMostSignificantBits() != 8);
        assertThat(found).as("nearly all of Östersund's").hasSizeGreaterThan(200);
        assertThat(found)
                .allSatisfy((id, person) ->
                        assertThat(known.of("2380", person.number())).contains(id));
    }

    @Test
    void they_go_by_the_ids_that_their_events_have() {
        Set<UUID> inEvents = new HashSet<>();
        new County(ORDER)
                .write(
                        (bytes, length) -> CHILD.matcher(new String(bytes, 0, length, StandardCharsets.UTF_8))
                                .results()
                                .forEach(found -> inEvents.add(UUID.fromString(found.group(1)))),
                        _ -> {});

        assertThat(inEvents).hasSizeGreaterThan(300);
        assertThat(Persons.of(ORDER).keySet()).containsAll(inEvents);
    }
}
