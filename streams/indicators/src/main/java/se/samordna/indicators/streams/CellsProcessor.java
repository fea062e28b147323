package se.samordna.indicators.streams;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.cells.Turn;
import se.samordna.indicators.publishing.Cell;
import se.samordna.indicators.publishing.Publish;
import se.samordna.measures.IndicatorCell;
import se.samordna.schemas.Topics;

/**
 * Adds the moves up, and at the first tick of each local month tells what of the cells may be published: those told for
 * the first time or otherwise than before.
 *
 * <p>The clocks come through the same partitions as the moves and after them, so once the clock of every partition of
 * the children has come to an instant, what their events moved by then is all here.
 */
final class CellsProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Parts parts;
    private final Catalogue catalogue;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable CellStore cells;

    CellsProcessor(Parts parts) {
        this.parts = parts;
        this.catalogue = parts.tally().catalogue();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        parts.nice().thisThread();
        this.context = context;
        this.cells = new CellStore(context.getStateStore(CellStore.NAME));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        CellStore to = Objects.requireNonNull(cells);
        switch (ContributionBytes.read(record.key(), record.value())) {
            case Contribution.Move(CellKey cell, Figure by) -> to.move(cell, by);
            case Contribution.Turned(Turn turn, Figure by) -> to.turn(turn, by);
            case Contribution.Measured(Measurement measurement) -> to.measure(measurement);
            case Contribution.Accounted(CellKey cell, int partition, long total) -> {
                to.account(cell, partition, total);
                to.heard(partition, Instant.ofEpochMilli(record.timestamp()));
            }
            case Contribution.Clock(int partition, Instant at) -> {
                if (to.clock(partition, at)) {
                    to.asOf(parts.partitions())
                            .filter(asOf -> isFirstOfItsMonth(asOf, to.lastPublished()))
                            .ifPresent(asOf -> publish(to, asOf, record.timestamp()));
                }
            }
        }
    }

    private static boolean isFirstOfItsMonth(Instant asOf, Optional<Instant> last) {
        return last.map(Period::monthOf)
                .map(month -> month.isBefore(Period.monthOf(asOf)))
                .orElse(true);
    }

    private void publish(CellStore from, Instant asOf, long timestamp) {
        Optional<Instant> heard = from.heard();
        for (String county : from.counties()) {
            var told = from.told(county);
            var values = new TreeMap<CellKey, Figure>();
            told.forEach((cell, figure) -> figure.ifPresent(value -> values.put(cell, value)));
            var exact = Exact.cells(catalogue, from.of(county), Optional.of(asOf));
            // Of a rolling year nothing is ever published: whether it changed, its months say.
            exact.forEach((cell, figure) -> {
                if (cell.period().endedBy(asOf)
                        && cell.period().span() != Period.Span.R12
                        && ZeroLoss.isSettled(cell, figure, asOf, heard)) {
                    from.stands(cell, figure.summary(), asOf);
                }
            });
            for (Cell cell : Publish.cells(catalogue, exact, asOf, values)) {
                Figure figure = exact.getOrDefault(cell.key(), Figure.NONE);
                if (!cell.figure().equals(told.remove(cell.key()))
                        && ZeroLoss.isSettled(cell.key(), figure, asOf, heard)) {
                    tell(from, cell, asOf, timestamp);
                }
            }
            // What is left was told once and is printed no more, as when all it counted was retracted.
            told.forEach((cell, figure) -> {
                if (figure.isPresent()) {
                    tell(from, Cell.suppressed(cell), asOf, timestamp);
                }
            });
        }
        from.published(asOf);
    }

    private void tell(CellStore to, Cell cell, Instant asOf, long timestamp) {
        to.tell(cell.key(), cell.figure());
        forward(cell, asOf, timestamp);
    }

    private void forward(Cell cell, Instant asOf, long timestamp) {
        var out = IndicatorCell.newBuilder()
                .setIndicator(cell.key().indicator())
                .setVersion(cell.key().version())
                .setMunicipality(cell.key().municipality())
                .setPeriod(cell.key().period().code())
                .setSuppressed(cell.isSuppressed())
                .setAsOf(asOf);
        cell.figure().ifPresent(figure -> {
            out.setNum(figure.num()).setDen(figure.den());
            figure.median().ifPresent(out::setMedian);
        });
        Objects.requireNonNull(context)
                .forward(new Record<>(
                        CellNames.bytes(cell.key().municipality()),
                        parts.encoder().write(Topics.INDICATORS, out.build()),
                        timestamp));
    }
}
