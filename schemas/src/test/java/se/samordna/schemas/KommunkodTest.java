package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KommunkodTest {

    @Test
    void there_are_290_and_as_many_in_each_county_as_SCB_says() {
        var perCounty = Kommunkod.all().stream()
                .collect(Collectors.groupingBy(Kommunkod::county, TreeMap::new, Collectors.counting()));

        assertThat(Kommunkod.all()).hasSize(290).extracting(Kommunkod::name).doesNotHaveDuplicates();
        assertThat(perCounty)
                .hasToString("{01=26, 03=8, 04=9, 05=13, 06=13, 07=8, 08=12, 09=1, 10=5, 12=33, 13=6, 14=49, 17=16, "
                        + "18=12, 19=10, 20=15, 21=10, 22=7, 23=8, 24=15, 25=14}");
    }

    @Test
    void a_code_names_its_municipality_and_county() {
        assertThat(Kommunkod.of("2380")).contains(new Kommunkod("2380", "Östersund"));
        assertThat(Kommunkod.of("1265")).map(Kommunkod::name).contains("Sjöbo");
        assertThat(Kommunkod.of("1490").orElseThrow().county()).isEqualTo("14");
        assertThat(Kommunkod.all())
                .allSatisfy(kommun -> assertThat(kommun.code()).matches("\\d{4}"));
    }

    @Test
    void each_county_with_a_municipality_has_a_name_and_nothing_else_has() {
        assertThat(Kommunkod.all().stream().map(Kommunkod::county).distinct())
                .hasSize(21)
                .allSatisfy(county -> assertThat(Kommunkod.countyName(county)).isPresent());
        assertThat(Kommunkod.countyName("23")).contains("Jämtlands län");
        assertThat(Kommunkod.countyName("14")).contains("Västra Götalands län");
        assertThat(Kommunkod.countyName("02")).isEmpty();
        assertThat(Kommunkod.countyName("2380")).isEmpty();
    }

    @Test
    void what_is_no_code_is_none() {
        assertThat(Kommunkod.of("2381")).isEmpty();
        assertThat(Kommunkod.of("0023")).isEmpty();
        assertThat(Kommunkod.of("")).isEmpty();
        assertThat(Kommunkod.isCounty("23")).isTrue();
        assertThat(Kommunkod.isCounty("02")).isFalse();
    }
}
