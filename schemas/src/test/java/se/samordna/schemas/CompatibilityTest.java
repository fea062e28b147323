package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

    private static final String RELEASED = """
            {"type": "record", "name": "Visit", "doc": "A visit.", "fields": [
              {"name": "visitId", "type": "string", "samordna": "id", "doc": "The visit."},
              {"name": "day", "type": {"type": "int", "logicalType": "date"}, "samordna": "date", "doc": "The day."},
              {"name": "kind", "samordna": "enum", "doc": "The kind.",
               "type": {"type": "enum", "name": "VisitKind", "doc": "Kinds.", "symbols": ["UNKNOWN", "HOME"], "default": "UNKNOWN"}}
            ]}""";

    static Stream<Released> releases() {
        return Released.all().stream();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void todays_schemas_read_and_are_read_by_every_release(Released release) {
        assertThat(release.schemas()).isNotEmpty();
        var today = Released.parse(Released.SOURCES);
        release.schemas().forEach((name, released) -> {
            assertThat(today).as("type of %s still there", release.version()).containsKey(name);
            assertThat(Compatibility.faults(released, Objects.requireNonNull(today.get(name))))
                    .as("%s since %s", name, release.version())
                    .isEmpty();
        });
    }

    @Test
    void the_generated_classes_are_of_todays_sources() {
        var today = Released.parse(Released.SOURCES);
        assertThat(RecordTypes.all())
                .allSatisfy(type -> assertThat(WireSchemas.of(type)).isEqualTo(today.get(type.getSimpleName())));
    }

    @Test
    void a_field_with_a_default_and_a_new_symbol_are_no_faults() {
        String grown = RELEASED.replace("\"HOME\"", "\"HOME\", \"SCHOOL\"")
                .replace(
                        "]}",
                        ", {\"name\": \"minutes\", \"type\": [\"null\", \"int\"], \"default\": null, \"doc\": \"m\"}]}");

        assertThat(faultsOf(grown)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"HOME\"           | \"OFFICE\"                     | symbol taken away",
                "\"visitId\"        | \"visit\"                      | field taken away",
                "\"visitId\"        | \"visit\"                      | added without a default",
                "\"visitId\"        | \"visit\"                      | old reader, new bytes",
                "\"int\", \"logicalType\": \"date\" | \"int\"        | became",
                "\"id\"             | \"code\"                       | what it may hold was changed",
                "\"type\": \"string\" | \"type\": \"long\"           | new reader, old bytes",
                "\"type\": \"string\" | \"type\": [\"null\", \"string\"], \"default\": null | what it may hold was changed",
            })
    void a_broken_successor_is_found(String whole, String broken, String fault) {
        String successor = RELEASED.replace(whole, broken);

        assertThat(successor).isNotEqualTo(RELEASED);
        assertThat(faultsOf(successor)).anySatisfy(found -> assertThat(found).contains(fault));
    }

    private static List<String> faultsOf(String successor) {
        return Compatibility.faults(new Schema.Parser().parse(RELEASED), new Schema.Parser().parse(successor));
    }
}
