package se.samordna.indicators.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Durations;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.units.ChildSums.Of;
import se.samordna.indicators.units.ChildSums.Pending;
import se.samordna.rules.RuleId;

/** Bytes a release has written stay readable: they lie in the stores and changelogs of those who run it. */
class ChildSumsBytesTest {

    private static final Instant DUE = Instant.parse("2026-01-24T23:00:00Z");

    private static final String VERSION_1 =
            "01f4fb0204000349303200043233303302f0fb020400000349303900043233383004eefb02f001c0"
                    + "3e0200d8040200043233383002d0fb023c7802000349303580e6e2a3fe660280e6e2a3fe66ffffff"
                    + "ff0f";

    private static final String VERSION_2 =
            "02f4fb0208000349303200043233303304f0fb020400000349303900043233383008eefb02f001c0"
                    + "3e0200d804000349313000043233383006f2fb0206060400022204000349323700043233383008e4"
                    + "c00200021400010200043233383004d0fb023c7802000349303580e6e2a3fe660280e6e2a3fe66ff"
                    + "ffffff0f";

    /** Two, each of its id, its rule and whether in time, its municipality and its due time. */
    private static final String ALERTS_3 =
            "04000000000000000100000000000000016600043233383080e6e2a3fe660000000000000001000000000000000200000080e6e2a3fe66";

    @Test
    void what_version_1_wrote_is_read() {
        assertThat(ChildSumsBytes.read(HexFormat.of().parseHex(VERSION_1))).isEqualTo(sums(Map.of()));
    }

    @Test
    void version_2_adds_durations_and_turns_and_nothing_else() {
        ChildSums sums = sums(Map.of(
                new Of("I10", "2380"),
                Series.EMPTY.plus(
                        month(2026, 2), new Figure(3, 3, Durations.of(0).plus(17, 2))),
                new Of("I27", "2380"),
                Series.EMPTY.plus(20_530, new Figure(0, 1)).plus(20_540, new Figure(0, -1))));

        assertThat(HexFormat.of().formatHex(ChildSumsBytes.write(sums))).isEqualTo(VERSION_2);
        assertThat(ChildSumsBytes.read(HexFormat.of().parseHex(VERSION_2))).isEqualTo(sums);
    }

    @Test
    void a_pupil_costs_no_byte_more_than_in_version_1() {
        ChildSums sums = sums(Map.of());

        assertThat(ChildSumsBytes.write(sums)).hasSize(VERSION_1.length() / 2);
    }

    @Test
    void a_later_version_is_refused() {
        assertThatThrownBy(() -> ChildSumsBytes.read(new byte[] {4}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sums of a child in version 4, known is 3");
    }

    @Test
    void version_3_adds_alerts_and_nothing_else() {
        SortedMap<UUID, DueAlert> alerts = new TreeMap<>(Map.of(
                new UUID(1, 1), new DueAlert(RuleId.R26, "2380", DUE, true),
                new UUID(1, 2), new DueAlert(RuleId.R01, "", DUE, false)));
        ChildSums sums = sums(Map.of(), alerts);

        assertThat(HexFormat.of().formatHex(ChildSumsBytes.write(sums)))
                .isEqualTo("03"
                        + HexFormat.of()
                                .formatHex(ChildSumsBytes.write(sums(Map.of())))
                                .substring(2) + ALERTS_3);
        assertThat(ChildSumsBytes.read(ChildSumsBytes.write(sums))).isEqualTo(sums);
    }

    private static ChildSums sums(Map<Of, Series> more) {
        return sums(more, new TreeMap<>());
    }

    private static ChildSums sums(Map<Of, Series> more, SortedMap<UUID, DueAlert> alerts) {
        var told = new TreeMap<>(more);
        told.put(new Of("I02", "2303"), Series.EMPTY.plus(month(2026, 1), new Figure(2, 0)));
        told.put(
                new Of("I09", "2380"),
                Series.EMPTY.plus(month(2025, 12), new Figure(120, 4_000)).plus(month(2026, 1), new Figure(0, 300)));
        var forgotten = new TreeMap<>(Map.of("2380", Series.EMPTY.plus(month(2024, 9), new Figure(30, 60))));
        var pending = new TreeSet<Pending>();
        pending.add(new Pending(DUE, Pending.NO_DAY));
        return new ChildSums(told, forgotten, month(2026, 3), new TreeMap<>(Map.of("I05", DUE)), pending, alerts);
    }

    private static int month(int year, int month) {
        return Series.number(YearMonth.of(year, month));
    }
}
