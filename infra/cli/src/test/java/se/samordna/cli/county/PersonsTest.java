package se.samordna.cli.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
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
