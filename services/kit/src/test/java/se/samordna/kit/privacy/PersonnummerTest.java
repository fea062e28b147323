package se.samordna.kit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonnummerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "201403122383, 201403122383",
        "20140312-2383, 201403122383",
        "20140312+2383, 201403122383",
        "140312-2383, 201403122383",
        "1403122383, 201403122383",
        "140312+2383, 191403122383",
        "261122-2387, 202611222387",
        "261123-2386, 192611232386",
        "201403722380, 201403722380",
        "200002292381, 200002292381",
    })
    void numbers_are_read_in_each_form(String written, String twelveDigits) {
        assertThat(Personnummer.parse(written, TODAY))
                .get()
                .extracting(Personnummer::digits)
                .isEqualTo(twelveDigits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "201403122384", // check digit
                "201413122381", // month 13
                "201402302382", // 30 February
                "190002292381", // no leap day in 1900
                "201403602384", // day 60: neither a day nor a day + 60
                "201403922386", // day 92
                "301403122383", // the year 3014
                "20140312 2383",
                "20140312--2383",
                "2014-03-12-2383",
                "2014031223830",
                "14031223",
                "²01403122383",
                "٢٠١٤٠٣١٢٢٣٨٣",
            })
    void anything_else_is_none(String written) {
        assertThat(Personnummer.parse(written, TODAY)).isEmpty();
    }

    @Test
    void it_never_prints_itself() {
        var number = Personnummer.parse("20140312-2383", TODAY).orElseThrow();

        assertThat(number.toString() + java.util.List.of(number))
                .doesNotContain("2383")
                .doesNotContain("0312");
        assertThat(number).isEqualTo(Personnummer.parse("1403122383", TODAY).orElseThrow());
    }
}
