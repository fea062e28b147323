package se.samordna.streams.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void what_a_spreadsheet_would_reckon_it_shows_instead() {
        Csv csv = new Csv("who,what");
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")) {
            csv.row(formula, "-");
        }

        assertThat(csv.toString())
                .isEqualTo("who,what\r\n'=1+1,'-\r\n'+1,'-\r\n'-1,'-\r\n'@SUM(A1),'-\r\n'\t=1,'-\r\n");
    }

    @Test
    void a_number_stays_one_and_what_is_not_known_is_empty() {
        assertThat(new Csv("a,b,c").row(-2.5, Optional.empty().orElse(null), 3).toString())
                .isEqualTo("a,b,c\r\n-2.5,,3\r\n");
    }

    @Test
    void what_would_end_a_value_is_kept_in_it() {
        assertThat(new Csv("a,b,c,d,e")
                        .row("x,y", "say \"no\"", "", "two\r\nlines", "=a,b")
                        .toString())
                .isEqualTo("a,b,c,d,e\r\n\"x,y\",\"say \"\"no\"\"\",,\"two\r\nlines\",\"'=a,b\"\r\n");
    }
}
