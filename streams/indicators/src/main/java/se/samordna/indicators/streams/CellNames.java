package se.samordna.indicators.streams;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.processor.StreamPartitioner;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Turn;

/**
 * The names of cells and measurements as text, which begin with the municipality and so with the county:
 * {@code 2380|I05|1|2026-03}. A county's lie in one partition, since what may be published of a cell depends on the
 * others of its county, and on no other.
 */
final class CellNames {

    private static final String CLOCK = "*";
    private static final char BETWEEN = '|';

    private CellNames() {}

    static String of(CellKey cell) {
        return cell.municipality() + BETWEEN + cell.indicator() + BETWEEN + cell.version() + BETWEEN + cell.period();
    }

    static CellKey cell(String name) {
        int period = name.lastIndexOf(BETWEEN);
        int version = name.lastIndexOf(BETWEEN, period - 1);
        int indicator = name.lastIndexOf(BETWEEN, version - 1);
        return new CellKey(
                name.substring(indicator + 1, version),
                Integer.parseInt(name.substring(version + 1, period)),
                name.substring(0, indicator),
                Period.parse(name.substring(period + 1)).orElseThrow());
    }

    /** Like a cell's, with a day for its period: {@code 2380|I27|1|2026-03-17}. */
    static String of(Turn turn) {
        return turn.municipality() + BETWEEN + turn.indicator() + BETWEEN + turn.version() + BETWEEN + turn.from();
    }

    static Turn turn(String name) {
        String[] parts = name.split("\\|", -1);
        return new Turn(parts[1], Integer.parseInt(parts[2]), parts[0], LocalDate.parse(parts[3]));
    }

    static String of(Measurement.Slot slot) {
        return slot.municipality() + BETWEEN + slot.measure() + BETWEEN + slot.period();
    }

    static Measurement.Slot slot(String name) {
        int period = name.lastIndexOf(BETWEEN);
        int measure = name.lastIndexOf(BETWEEN, period - 1);
        return new Measurement.Slot(
                name.substring(0, measure),
                name.substring(measure + 1, period),
                Period.parse(name.substring(period + 1)).orElseThrow());
    }

    /** The key of the record a contribution travels in. */
    static byte[] key(Contribution contribution) {
        return switch (contribution) {
            case Contribution.Move(CellKey cell, var _) -> bytes(of(cell));
            case Contribution.Turned(Turn turn, var _) -> bytes(of(turn));
            case Contribution.Accounted(CellKey cell, var _, var _) -> bytes(of(cell));
            case Contribution.Measured(Measurement measurement) -> bytes(of(measurement.slot()));
            case Contribution.Clock _ -> bytes(CLOCK);
        };
    }

    /** The partition of a county's cells. */
    static int partition(String county, int partitions) {
        return BuiltInPartitioner.partitionForKey(bytes(county), partitions);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A contribution goes to its county's partition, the clock to all. */
    static final class ByCounty implements StreamPartitioner<byte[], byte[]> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
            String name = text(key);
            return Optional.of(
                    name.equals(CLOCK)
                            ? java.util.stream.IntStream.range(0, partitions)
                                    .boxed()
                                    .collect(java.util.stream.Collectors.toUnmodifiableSet())
                            : Set.of(partition(CellKey.county(name), partitions)));
        }
    }
}
