package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.publishing.Cell;

/** What figures come to, each in its own unit: 85 colleagues and six managers are no 1,417 per cent. */
class RateTest {

    @ParameterizedTest
    @CsvSource({
        "I05, 7, 8, 87.5, PERCENT",
        "I08, 1460, 12000, 12.17, PERCENT",
        "I01, 300, 3900, 76.92, PER_1000",
        "M.youth-centre-visits, 3400, 5465, 622.14, PER_1000",
        "M.staff-per-manager, 85, 6, 14.17, RATIO",
        "M.cases-per-fte, 272, 17, 16.0, RATIO",
        "M.admin-minutes, 24790, 67, 370.0, RATIO",
        "M.vacant-posts, 5, 57, 8.77, PERCENT"
    })
    void a_figure_comes_to_a_value_in_its_unit(String indicator, long num, long den, double value, String unit) {
        Cell cell =
                Cell.of(new CellKey(indicator, 1, "2380", Period.parse("2025").orElseThrow()), new Figure(num, den));

        assertThat(Rate.of(CellDocument.of(cell, Optional.empty()))).contains(new Rate(value, unit));
    }
}
