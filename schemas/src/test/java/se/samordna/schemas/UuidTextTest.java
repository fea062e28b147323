package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

    @Test
    void all_of_it_in_either_case_is_one() {
        UUID id = UUID.fromString("0b540000-0000-4000-8000-0000000000e1");

        assertThat(UuidText.read("0b540000-0000-4000-8000-0000000000e1")).contains(id);
        assertThat(UuidText.read("0B540000-0000-4000-8000-0000000000E1")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "0b540000-0000-4000-8000-0000000000e",
                "0b540000-0000-4000-8000-0000000000e11",
                " 0b540000-0000-4000-8000-0000000000e1",
                "0b540000-0000-4000-8000-0000000000g1",
                "201203042384"
            })
    void and_nothing_else(String text) {
        assertThat(UuidText.read(text)).isEmpty();
        assertThat(UuidText.is(text)).isFalse();
    }
}
