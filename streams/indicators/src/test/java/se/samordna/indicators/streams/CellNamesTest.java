package se.samordna.indicators.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Durations;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Turn;
import se.samordna.schemas.Kommunkod;

class CellNamesTest {

    private static final CellKey CELL =
            new CellKey("I20-R02", 2, "2380", Period.parse("2026-03/R12").orElseThrow());

    static List<Contribution> contributions() {
        return List.of(
                new Contribution.Move(CELL, new Figure(-3, 1L << 40)),
                new Contribution.Move(
                        CELL, new Figure(1, 2, Durations.of(0).plus(17, 2).plus(400, -1))),
                new Contribution.Turned(new Turn("I27", 1, "2380", LocalDate.of(2026, 3, 17)), new Figure(-1, 1)),
                new Contribution.Measured(new Measurement(
                        new Measurement.Slot("1265", "direct-time", Period.year(2026)),
                        7,
                        UUID.fromString("9b1e0000-0000-4000-8000-000000000001"),
                        OptionalLong.of(0),
                        OptionalLong.empty())),
                new Contribution.Clock(11, Instant.parse("2026-04-02T00:00:00.001Z")));
    }

    @ParameterizedTest
    @MethodSource("contributions")
    void what_is_written_is_read_back(Contribution contribution) {
        assertThat(ContributionBytes.read(CellNames.key(contribution), ContributionBytes.write(contribution)))
                .isEqualTo(contribution);
    }

    @Test
    void a_countys_cells_lie_in_one_partition_and_the_clock_goes_to_all() {
        var where = new CellNames.ByCounty();
        for (Kommunkod kommun : Kommunkod.all()) {
            byte[] key = CellNames.key(new Contribution.Move(CELL.of(kommun.code()), Figure.NONE));
            assertThat(where.partitions("cells", key, key, 12))
                    .isEqualTo(Optional.of(Set.of(CellNames.partition(kommun.county(), 12))));
        }
        byte[] clock = CellNames.key(new Contribution.Clock(3, Instant.EPOCH));
        assertThat(where.partitions("cells", clock, clock, 4)).isEqualTo(Optional.of(Set.of(0, 1, 2, 3)));
        var used = new HashSet<Integer>();
        Kommunkod.all().forEach(kommun -> used.add(CellNames.partition(kommun.county(), 12)));
        assertThat(used).as("partitions with a county").hasSizeGreaterThan(6);
    }
}
