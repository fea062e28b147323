package se.samordna.indicators.streams;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.AtCommit;
import se.samordna.streams.ChildStore;
import se.samordna.streams.DeadLetters;
import se.samordna.streams.DecodeProcessor;
import se.samordna.streams.Receipts;
import se.samordna.streams.StreamsSettings;

/**
 * The topology, as the picture has it. Every name is given here; topology.txt is checked against it.
 *
 * <pre>
 * *.events, clock, ─▶ decode ─▶ count ──╮                    by county
 * contributions          │     (child)  ├─▶ contributions ─▶ repartition ─▶ cells ─▶ indicators.published
 *                        │              │                                  (cells)
 *                        ╰▶ refused     ├─▶ indicators.crossings ─▶ decode
 * measurements, receipts ───▶ measure ──╯
 * </pre>
 *
 * A bad record of a child is a dead letter of coordination's, which reads the same topics; here it is only counted, or an
 * operator would see each twice. Measurements, what the rules tell us and what the ids of one child tell each other nobody
 * else reads, and a fault of our own is ours: these are written here.
 */
public final class IndicatorsTopology {

    /** The application id: the group, and the prefix of internal topics. */
    public static final String APPLICATION = "indicators";

    static final String DECODE = "decode";
    static final String COUNT = "count";
    static final String REFUSED = "refused";
    static final String MEASURE = "measure";
    static final String CONTRIBUTIONS = "contributions";
    static final String CELLS = "cells";
    static final String PUBLISHED = "published";
    static final String CROSSINGS = "crossings";
    static final String DEAD_LETTERS = "dead-letters";

    private static final List<Topic> OF_CHILDREN = List.of(
            Topics.SOCIAL_SERVICES_EVENTS,
            Topics.SCHOOL_EVENTS,
            Topics.REGION_EVENTS,
            Topics.POLICE_EVENTS,
            Topics.CONTRIBUTIONS,
            Topics.INDICATORS_CROSSINGS,
            Topics.CLOCK);

    private static final List<Topic> OF_NO_CHILD = List.of(Topics.MEASUREMENTS, Topics.RECEIPTS);

    /** Of these nobody else puts away what cannot be read. */
    private static final Set<String> OURS = Set.of(Topics.CONTRIBUTIONS.name(), Topics.INDICATORS_CROSSINGS.name());

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private IndicatorsTopology() {}

    /** Topics read. */
    public static List<Topic> sources() {
        return Stream.concat(OF_CHILDREN.stream(), OF_NO_CHILD.stream()).toList();
    }

    /** Topics written in Avro. */
    public static List<Topic> sinks() {
        return List.of(Topics.INDICATORS_CROSSINGS, Topics.INDICATORS);
    }

    /** Every topic that must be there. */
    public static List<Topic> needs() {
        return Stream.of(
                        sources().stream(), sinks().stream(), sources().stream().map(Topic::deadLetters))
                .flatMap(topics -> topics)
                .distinct()
                .toList();
    }

    public static Topology build(StreamsSettings settings, Parts parts) {
        // Only a builder made with its configuration checks that names are given.
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings.properties())));
        var counted = counted(builder, settings, parts);
        var measured = from(builder, OF_NO_CHILD, "measurements")
                .process(() -> new MeasureProcessor(parts), Named.as(MEASURE));
        // Two merges of the same streams: a processor sends to the one or the other by its name.
        counted.merge(measured, Named.as(DEAD_LETTERS))
                .to(DeadLetters.topic(), Produced.with(BYTES, BYTES).withName(DEAD_LETTERS + "-sink"));
        counted.to(
                Topics.INDICATORS_CROSSINGS.name(), Produced.with(BYTES, BYTES).withName(CROSSINGS));
        builder.addStateStore(settings.engine().store(CellStore.NAME));
        counted.merge(measured, Named.as(CONTRIBUTIONS))
                .repartition(Repartitioned.with(BYTES, BYTES)
                        .withStreamPartitioner(new CellNames.ByCounty())
                        .withName(CELLS))
                .process(() -> new CellsProcessor(parts), Named.as(CELLS), CellStore.NAME)
                .to(Topics.INDICATORS.name(), Produced.with(BYTES, BYTES).withName(PUBLISHED));
        return builder.build();
    }

    private static KStream<byte[], byte[]> counted(StreamsBuilder builder, StreamsSettings settings, Parts parts) {
        builder.addStateStore(settings.engine().childStore());
        builder.addStateStore(settings.engine().store(Receipts.NAME));
        builder.addStateStore(AtCommit.builder());
        var decoded = from(builder, OF_CHILDREN, "events")
                .process(
                        DecodeProcessor.of(parts.registry(), OF_CHILDREN, parts.metrics(), COUNT, REFUSED),
                        Named.as(DECODE));
        decoded.<byte[], byte[]>process(Refused::new, Named.as(REFUSED))
                .to(DeadLetters.topic(), Produced.with(BYTES, BYTES).withName(REFUSED + "-sink"));
        return decoded.process(
                () -> new CountProcessor(parts, settings.cachedChildren()),
                Named.as(COUNT),
                ChildStore.NAME,
                Receipts.NAME,
                AtCommit.NAME);
    }

    private static KStream<byte[], byte[]> from(StreamsBuilder builder, List<Topic> topics, String name) {
        return builder.stream(
                topics.stream().map(Topic::name).toList(),
                Consumed.with(BYTES, BYTES).withName(name));
    }

    /** Where bad records end that coordination puts away; the decoder has counted them. What only we read goes on. */
    private static final class Refused implements Processor<Object, Object, byte[], byte[]> {

        private @Nullable ProcessorContext<byte[], byte[]> context;

        @Override
        public void init(ProcessorContext<byte[], byte[]> to) {
            context = to;
        }

        @Override
        public void process(Record<Object, Object> record) {
            var to = Objects.requireNonNull(context);
            if (OURS.contains(to.recordMetadata().orElseThrow().topic())) {
                to.forward(record.withKey((byte[]) record.key()).withValue((byte[]) record.value()));
            }
        }
    }
}
