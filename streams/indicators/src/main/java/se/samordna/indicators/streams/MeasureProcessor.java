package se.samordna.indicators.streams;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import se.samordna.contributions.EventReceipts;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Period;
import se.samordna.measures.MunicipalMeasurement;
import se.samordna.schemas.Kommunkod;
import se.samordna.schemas.Topics;
import se.samordna.streams.DeadReason;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Mishaps;
import se.samordna.streams.Signal;

/**
 * What is of no child, measurements and coordination's receipts, in bytes to contributions; what cannot be read goes to
 * the dead letters, since nobody else reads them.
 */
final class MeasureProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Parts parts;
    private final Decoder decoder;
    private @Nullable ProcessorContext<byte[], byte[]> context;

    MeasureProcessor(Parts parts) {
        this.parts = parts;
        this.decoder = new Decoder(parts.registry(), List.of(Topics.MEASUREMENTS, Topics.RECEIPTS));
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var to = Objects.requireNonNull(context);
        RecordMetadata from = to.recordMetadata().orElseThrow();
        var origin = new Signal.Origin(
                record.key(), record.value(), from.topic(), from.partition(), from.offset(), record.timestamp());
        switch (decoder.decode(from.topic(), record.value())) {
            case Decoded.Dead(DeadReason reason, Optional<String> exception) -> dead(to, origin, reason, exception);
            case Decoded.Read(EventReceipts receipts)
            when !ZeroLoss.isRight(receipts) -> dead(to, origin, DeadReason.BAD_BYTES, Optional.empty());
            case Decoded.Read(EventReceipts receipts) ->
                ZeroLoss.accounted(receipts).ifPresent(accounted -> send(to, accounted, record.timestamp()));
            case Decoded.Read(var read) ->
                measurement((MunicipalMeasurement) read)
                        .ifPresentOrElse(
                                measurement -> send(to, new Contribution.Measured(measurement), record.timestamp()),
                                () -> dead(to, origin, DeadReason.BAD_BYTES, Optional.empty()));
        }
    }

    /** None for a municipality or period there is not: intake lets no such through. */
    private static Optional<Measurement> measurement(MunicipalMeasurement sent) {
        return Period.parse(sent.getPeriod())
                .filter(period -> period.span() != Period.Span.R12)
                .filter(period -> Kommunkod.of(sent.getMunicipality()).isPresent())
                .map(period -> new Measurement(
                        new Measurement.Slot(sent.getMunicipality(), sent.getMeasure(), period),
                        sent.getRevision(),
                        sent.getMeasurementId(),
                        optional(sent.getNum()),
                        optional(sent.getDen())));
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private void dead(
            ProcessorContext<byte[], byte[]> to, Signal.Origin origin, DeadReason reason, Optional<String> exception) {
        new Mishaps(to, parts.metrics(), IndicatorsTopology.DEAD_LETTERS).dead(origin, reason, exception);
    }

    private static void send(ProcessorContext<byte[], byte[]> to, Contribution contribution, long timestamp) {
        to.forward(
                new Record<>(CellNames.key(contribution), ContributionBytes.write(contribution), timestamp),
                IndicatorsTopology.CONTRIBUTIONS);
    }
}
