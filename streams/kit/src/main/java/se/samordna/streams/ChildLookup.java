package se.samordna.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.rules.Child;
import se.samordna.rules.Memory;
import se.samordna.rules.SchoolFact;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.Keys;

/**
 * A child looked up from its store: from the own active task, else from an own standby, else by another instance.
 *
 * @param <H> the application's head of a child
 */
public final class ChildLookup<H> {

    private static final Duration SOON = Duration.ofSeconds(1);

    /**
     * Records that a standby may be behind by. One that has just been given its task has most children still to come, and would
     * say that nobody knows them. By the partition and not by the child: from where an answer comes tells nothing of it.
     */
    private static final long NEAR = 1_000;

    private static final StreamPartitioner<UUID, Object> BY_CHILD =
            (_, child, _, partitions) -> Optional.of(Set.of(Keys.partition(child, partitions)));

    private final Supplier<Optional<KafkaStreams>> streams;
    private final HostInfo self;
    private final Memory memory;
    private final HeadCodec<H> heads;

    /**
     * A child at an instant, a copy of its own: nothing done with it reaches the store.
     *
     * @param now the child's clock
     */
    public record Snapshot<H>(Kept<H> kept, Instant now, Map<UUID, SpecificRecord> records) {

        /** The same child as it was known at another instant. */
        public Snapshot<H> at(Child known, H head, Instant then) {
            return new Snapshot<>(new Kept<>(known, head), then, records);
        }

        /** The copy held of an event, as Avro. */
        public Optional<SpecificRecord> record(UUID eventId) {
            return Optional.ofNullable(records.get(eventId))
                    .or(() -> kept.child()
                            .find(eventId)
                            .flatMap(event -> event.body() instanceof SchoolFact.AttendanceReported line
                                    ? Optional.of(AttendanceForm.of(event, line))
                                    : Optional.empty()));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ChildLookup.class);

    public ChildLookup(Supplier<Optional<KafkaStreams>> streams, HostInfo self, Memory memory, HeadCodec<H> heads) {
        this.streams = streams;
        this.self = self;
        this.memory = memory;
        this.heads = heads;
    }

    /** @param forwarded whether another instance asks for someone: then nobody else is asked */
    public Answer<Snapshot<H>> ask(UUID child, boolean forwarded) {
        Optional<KafkaStreams> running = streams.get().filter(s -> s.state().isRunningOrRebalancing());
        try {
            return running.isEmpty() ? new Answer.NotReady<>(SOON) : ask(running.get(), child, forwarded);
        } catch (StreamsException | IllegalStateException e) {
            LOG.info("not ready to answer: {}", e.getClass().getSimpleName());
            return new Answer.NotReady<>(SOON); // its state changed since it was asked for
        }
    }

    private Answer<Snapshot<H>> ask(KafkaStreams running, UUID child, boolean forwarded) {
        StoreReads reads = new StoreReads(running);
        KeyQueryMetadata where = running.queryMetadataForKey(ChildStore.NAME, child, BY_CHILD);
        if (where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return new Answer.NotReady<>(SOON);
        }
        int partition = where.partition();
        Optional<StoreReads.OfChild> active =
                where.activeHost().equals(self) ? reads.child(child, partition, true) : Optional.empty();
        if (active.isPresent()) {
            return found(child, active.get(), Answer.ReadFrom.ACTIVE);
        }
        long lag = reads.lag(partition);
        Optional<StoreReads.OfChild> standby = where.standbyHosts().contains(self) && lag <= NEAR
                ? reads.child(child, partition, false)
                : Optional.empty();
        if (standby.isPresent()) {
            return found(child, standby.get(), new Answer.ReadFrom(true, lag));
        }
        return forwarded ? new Answer.NotReady<>(SOON) : elsewhere(where);
    }

    private Answer<Snapshot<H>> elsewhere(KeyQueryMetadata where) {
        return Stream.concat(Stream.of(where.activeHost()), where.standbyHosts().stream())
                .filter(host -> !host.equals(self) && !host.equals(HostInfo.unavailable()))
                .findFirst()
                .<Answer<Snapshot<H>>>map(Answer.AskHost::new)
                .orElseGet(() -> new Answer.NotReady<>(SOON));
    }

    private Answer<Snapshot<H>> found(UUID child, StoreReads.OfChild entries, Answer.ReadFrom from) {
        if (entries.ofChild().isEmpty()) {
            return new Answer.Absent<>(from);
        }
        ChildReader<H> reader = new ChildReader<>(memory, heads, new EventBytes(new StateSchemas()));
        Map<UUID, SpecificRecord> records = new HashMap<>();
        Kept<H> kept = reader.read(
                child,
                entries.ofChild().iterator(),
                entries,
                record -> records.put(EventTypes.header(record).getEventId(), record));
        Instant now = Instant.ofEpochMilli(Math.max(entries.clock(), kept.seen()));
        return new Answer.Found<>(new Snapshot<>(kept, now, records), from);
    }
}
