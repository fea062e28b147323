package se.samordna.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void what_a_spreadsheet_would_reckon_it_shows_instead() {
        Csv csv = new Csv("who", "what");
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")) {
            csv.row(List.of(formula, "-"));
        }

        assertThat(csv.toString())
                .isEqualTo("who,what\r\n'=1+1,'-\r\n'+1,'-\r\n'-1,'-\r\n'@SUM(A1),'-\r\n'\t=1,'-\r\n");
    }

    @Test
    void what_would_end_a_value_is_kept_in_it() {
        assertThat(new Csv("a")
                        .row(List.of("x,y", "say \"no\"", "", "two\r\nlines", "=a,b"))
                        .toString())
                .isEqualTo("a\r\n\"x,y\",\"say \"\"no\"\"\",,\"two\r\nlines\",\"'=a,b\"\r\n");
    }
}
