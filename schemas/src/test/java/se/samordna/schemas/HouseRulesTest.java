package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void every_type_and_field_keeps_them() {
        var today = Released.parse(Released.SOURCES);

        assertThat(today).hasSizeGreaterThan(100);
        assertThat(today.values()).flatMap(HouseRules::faults).isEmpty();
    }

    @Test
    void every_event_begins_with_its_header() {
        assertThat(EventTypes.all()).allSatisfy(type -> {
            Schema.Field first = type.schema().getFields().getFirst();
            assertThat(first.name()).isEqualTo(EventTypes.HEADER);
            assertThat(FieldKind.of(first)).contains(FieldKind.HEADER);
            assertThat(first.schema().getFullName()).isEqualTo("se.samordna.events.EventHeader");
        });
    }

    @Test
    void a_schema_that_breaks_them_is_found() {
        Schema broken = new Schema.Parser().parse("""
                {"type": "record", "name": "Visit", "fields": [
                  {"name": "visitId", "type": "string", "samordna": "count", "doc": "The visit."},
                  {"name": "day", "type": "int", "samordna": "date"},
                  {"name": "place", "type": ["string", "null"], "samordna": "code", "doc": "The place."},
                  {"name": "done", "type": "boolean", "doc": "Whether."}
                ]}""");
        Schema open = new Schema.Parser().parse("""
                {"type": "enum", "name": "Kind", "doc": "Kinds.", "symbols": ["UNKNOWN", "HOME"]}""");

        assertThat(HouseRules.faults(broken))
                .containsExactly(
                        "Visit: no doc",
                        "Visit.visitId: count does not fit \"string\"",
                        "Visit.day: no doc",
                        "Visit.day: date does not fit \"int\"",
                        "Visit.place: may be left out, so null is to be first and the default",
                        "Visit.done: does not say what it may hold");
        assertThat(HouseRules.faults(open)).containsExactly("Kind: default symbol is not UNKNOWN");
    }
}
