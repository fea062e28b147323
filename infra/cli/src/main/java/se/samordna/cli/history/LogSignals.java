package se.samordna.cli.history;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Registry;
import se.samordna.streams.Signal;
import se.samordna.streams.Signals;

/** From records of the log to what coordination makes of them. For one thread. */
public final class LogSignals {
    private final Decoder decoder;
    private final Signals signals = new Signals();

    public LogSignals(Registry registry) {
        decoder = new Decoder(registry, CoordinationTopology.sources());
    }

    /**
     * A Tick or a child's event; empty of a record that coordination lays among the dead letters.
     *
     * @throws se.samordna.streams.RegistryAway if the registry does not answer
     */
    public Optional<Signal> of(ConsumerRecord<byte[], byte[]> record) {
        Signal.Origin origin = new Signal.Origin(
                record.key(), record.value(), record.topic(), record.partition(), record.offset(), record.timestamp());
        return decoder.decode(record.topic(), record.value()) instanceof Decoded.Read read
                        && signals.read(read, record.key(), origin) instanceof Signals.Read.Live(Signal signal)
                ? Optional.of(signal)
                : Optional.empty();
    }
}
