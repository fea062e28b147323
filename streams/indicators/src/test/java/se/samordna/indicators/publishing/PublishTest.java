package se.samordna.indicators.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Durations;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;

class PublishTest {

    private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private final Counted counted = Counted.nothing();

    @ParameterizedTest
    @CsvSource({"0,21", "5,21", "16,21", "21,21", "100,200"})
    void a_month_large_on_both_sides_is_printed(long num, long den) {
        month("I05", "1490", 1, num, den);

        assertThat(published()).contains("I05 1490 2026-01 " + num + "/" + den);
    }

    @ParameterizedTest
    @CsvSource({"0,20", "4,21", "1,500", "17,21", "499,500", "20,20"})
    void a_month_small_on_any_side_is_suppressed(long num, long den) {
        month("I05", "1490", 1, num, den);

        assertThat(published()).containsExactly("I05 1490 2026-01 suppressed");
    }

    @Test
    void a_period_that_has_not_ended_is_not_printed() {
        month("I05", "1490", 1, 10, 30);
        month("I05", "1490", 2, 10, 30);

        assertThat(publishedAt("2026-02-28T22:59:59.999Z")).containsExactly("I05 1490 2026-01 10/30");
        assertThat(publishedAt("2026-02-28T23:00:00Z"))
                .containsExactly("I05 1490 2026-01 10/30", "I05 1490 2026-02 10/30");
    }

    @Test
    void a_total_that_would_tell_its_one_suppressed_part_is_not_printed() {
        month("I05", "1490", 1, 10, 30);
        month("I05", "1490", 2, 10, 30);
        month("I05", "1490", 3, 2, 30);

        assertThat(published())
                .containsExactly("I05 1490 2026-01 10/30", "I05 1490 2026-02 10/30", "I05 1490 2026-03 suppressed");
    }

    @Test
    void a_total_of_two_suppressed_parts_large_together_is_printed() {
        month("I05", "1490", 1, 10, 30);
        month("I05", "1490", 2, 3, 30);
        month("I05", "1490", 3, 2, 30);

        assertThat(published())
                .containsExactly(
                        "I05 14 2026 15/90",
                        "I05 1490 2026 15/90",
                        "I05 1490 2026-01 10/30",
                        "I05 1490 2026-02 suppressed",
                        "I05 1490 2026-03 suppressed",
                        "I05 1490 2026-Q1 15/90");
    }

    @Test
    void a_total_of_two_suppressed_parts_small_together_is_not_printed() {
        month("I05", "1490", 1, 10, 30);
        month("I05", "1490", 2, 2, 30);
        month("I05", "1490", 3, 2, 30);

        assertThat(published())
                .containsExactly(
                        "I05 1490 2026-01 10/30", "I05 1490 2026-02 suppressed", "I05 1490 2026-03 suppressed");
    }

    @Test
    void a_county_hides_what_its_municipalities_hide() {
        IntStream.rangeClosed(1, 12).forEach(month -> month("I05", "2380", month, 10, 30));
        month("I05", "2303", 5, 2, 3);

        assertThat(published()).noneMatch(cell -> cell.startsWith("I05 23 "));

        month("I05", "2305", 6, 20, 40);
        month("I05", "2305", 7, 3, 40);

        assertThat(published()).contains("I05 23 2026 145/443", "I05 2303 2026-05 suppressed");
    }

    @Test
    void distinct_children_are_printed_by_year_alone() {
        children("I09", "2380", Period.month(java.time.YearMonth.of(2026, 3)), 30, 60);
        children("I09", "2380", Period.parse("2026-Q1").orElseThrow(), 30, 60);
        children("I09", "2380", Period.parse("2026-03/R12").orElseThrow(), 30, 60);
        children("I09", "2380", Period.year(2026), 30, 60);
        children("I09", "2303", Period.year(2026), 1, 60);

        assertThat(published()).containsExactly("I09 2303 2026 suppressed", "I09 2380 2026 30/60");
    }

    @Test
    void a_measure_is_printed_as_it_is_but_one_that_counts_children_only_where_large() {
        exact.put(cell("I08", "1265", "2026-01"), new Figure(1, 10));
        exact.put(cell("M.letters", "1265", "2026"), new Figure(1, 2));
        exact.put(cell("M.income-support-children", "1265", "2026"), new Figure(3, 4000));
        exact.put(cell("M.income-support-children", "2380", "2026"), new Figure(300, 13000));

        assertThat(print(Publish.cells(exact, NEXT_YEAR)))
                .containsExactly(
                        "I08 1265 2026-01 1/10",
                        "M.income-support-children 1265 2026 suppressed",
                        "M.income-support-children 2380 2026 300/13000",
                        "M.letters 1265 2026 1/2");
    }

    @Test
    void what_is_registered_of_childrens_events_is_printed_like_what_happens_to_them() {
        month("I10", "1265", 1, 1, 1);
        month("I30-SCHOOL", "1265", 1, 1, 1);
        month("I29-POLICE", "1265", 1, 3, 3);
        month("I29-POLICE", "1265", 2, 400, 400);

        assertThat(published())
                .as("a contact of the team is a line of each, and the one would tell the other")
                .containsExactly(
                        "I10 1265 2026-01 suppressed",
                        "I29-POLICE 1265 2026-01 suppressed",
                        "I29-POLICE 1265 2026-02 400/400",
                        "I30-SCHOOL 1265 2026-01 suppressed");
    }

    @Test
    void days_of_children_are_large_where_they_can_be_no_fewer_than_five_childrens() {
        exact.put(cell("I27", "1265", "2026-03"), new Figure(9, 31));
        exact.put(cell("I27", "1265", "2026-05"), new Figure(154, 31 * 40));
        exact.put(cell("I27", "1265", "2026-07"), new Figure(155, 31 * 40));
        exact.put(cell("I27", "1265", "2026-08"), new Figure(0, 31 * 20));

        assertThat(print(Publish.cells(exact, NEXT_YEAR)))
                .containsExactly(
                        "I27 1265 2026-03 suppressed",
                        "I27 1265 2026-05 suppressed",
                        "I27 1265 2026-07 155/1240",
                        "I27 1265 2026-08 suppressed");
    }

    @Test
    void of_durations_the_median_alone_is_printed_and_nothing_where_they_are_few() {
        var many = new Figure(30, 30, Durations.of(3).plus(40, 29));
        exact.put(cell("I10", "1265", "2026-01"), many);
        exact.put(
                cell("I10", "1265", "2026-02"), new Figure(3, 3, Durations.of(3).plus(40, 2)));

        assertThat(Publish.cells(exact, NEXT_YEAR))
                .containsExactly(
                        new Cell(cell("I10", "1265", "2026-01"), Optional.of(new Figure(30, 30).lasting(40))),
                        Cell.suppressed(cell("I10", "1265", "2026-02")));
    }

    @Test
    void a_median_of_fewer_than_five_is_not_printed_beside_the_numbers() {
        exact.put(cell("I06", "1265", "2026-01"), new Figure(0, 25, Durations.of(401)));
        exact.put(
                cell("I06", "1265", "2026-02"),
                new Figure(0, 25, Durations.of(401).plus(402, 4)));

        assertThat(Publish.cells(exact, NEXT_YEAR))
                .containsExactly(
                        Cell.of(cell("I06", "1265", "2026-01"), new Figure(0, 25)),
                        Cell.of(cell("I06", "1265", "2026-02"), new Figure(0, 25).lasting(402)));
    }

    @Test
    void a_total_does_not_tell_what_a_cell_below_it_no_longer_does() {
        var told = Map.of(
                cell("I05", "1490", "2026-01"), new Figure(6, 30),
                cell("I05", "1490", "2026-02"), new Figure(10, 30),
                cell("I05", "1490", "2026-03"), new Figure(10, 30),
                cell("I05", "1490", "2026-Q1"), new Figure(26, 90));
        month("I05", "1490", 1, 2, 26); // four reports of January have been retracted
        month("I05", "1490", 2, 10, 30);
        month("I05", "1490", 3, 10, 30);

        assertThat(print(Publish.cells(Exact.cells(counted, Optional.of(NEXT_YEAR)), NEXT_YEAR, told)))
                .as("22 of 86 would be January's 2 of 26 to whoever takes the others away")
                .containsExactly(
                        "I05 1490 2026-01 6/30",
                        "I05 1490 2026-02 10/30",
                        "I05 1490 2026-03 10/30",
                        "I05 1490 2026-Q1 26/90");
    }

    @Test
    void a_cell_told_with_values_keeps_them_while_it_is_small_and_near() {
        var key = cell("I05", "1490", "2026-01");
        var told = Map.of(key, new Figure(6, 30));

        exact.put(key, new Figure(4, 29));
        assertThat(print(Publish.cells(exact, NEXT_YEAR, told))).containsExactly("I05 1490 2026-01 6/30");
        exact.put(key, new Figure(1, 29));
        assertThat(print(Publish.cells(exact, NEXT_YEAR, told))).containsExactly("I05 1490 2026-01 suppressed");
        exact.put(key, new Figure(7, 31));
        assertThat(print(Publish.cells(exact, NEXT_YEAR, told))).containsExactly("I05 1490 2026-01 7/31");
    }

    @Test
    void what_may_not_be_told_is_not_kept_for_having_been_told_once() {
        var key = cell("I30-SCHOOL", "1265", "2026-01");
        exact.put(key, new Figure(1, 1));

        assertThat(print(Publish.cells(exact, NEXT_YEAR, Map.of(key, new Figure(1, 1)))))
                .containsExactly("I30-SCHOOL 1265 2026-01 suppressed");
    }

    @Test
    void that_nothing_is_lost_is_said_no_longer_when_something_is() {
        var key = cell("I29-POLICE", "1265", "2026-01");
        exact.put(key, new Figure(100, 101));

        assertThat(print(Publish.cells(exact, NEXT_YEAR, Map.of(key, new Figure(100, 100)))))
                .containsExactly("I29-POLICE 1265 2026-01 suppressed");
    }

    @Test
    void one_childs_days_are_as_near_as_one_child() {
        var key = cell("I27", "1265", "2026-03");
        exact.put(key, new Figure(124, 31 * 39));

        assertThat(print(Publish.cells(exact, NEXT_YEAR, Map.of(key, new Figure(155, 31 * 40)))))
                .containsExactly("I27 1265 2026-03 155/1240");
    }

    private final TreeMap<CellKey, Figure> exact = new TreeMap<>();

    private static CellKey cell(String indicator, String municipality, String period) {
        return new CellKey(indicator, 1, municipality, Period.parse(period).orElseThrow());
    }

    private void month(String indicator, String municipality, int month, long num, long den) {
        counted.add(cell(indicator, municipality, "2026-%02d".formatted(month)), new Figure(num, den));
    }

    private void children(String indicator, String municipality, Period period, long num, long den) {
        counted.add(new CellKey(indicator, 1, municipality, period), new Figure(num, den));
    }

    private List<String> published() {
        return publishedAt(NEXT_YEAR.toString());
    }

    private List<String> publishedAt(String asOf) {
        Instant at = Instant.parse(asOf);
        return print(Publish.cells(Exact.cells(counted, Optional.of(at)), at));
    }

    private static List<String> print(List<Cell> cells) {
        return cells.stream()
                .map(cell -> "%s %s %s %s"
                        .formatted(
                                cell.key().indicator(),
                                cell.key().municipality(),
                                cell.key().period(),
                                cell.figure()
                                        .map(figure -> figure.num() + "/" + figure.den())
                                        .orElse("suppressed")))
                .toList();
    }
}
