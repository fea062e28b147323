package se.samordna.coordination;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.AtCommit;
import se.samordna.streams.DeadLetters;
import se.samordna.streams.DecodeProcessor;
import se.samordna.streams.Receipts;
import se.samordna.streams.StreamsSettings;

/**
 * The topology, as the picture has it. Built of processors and not of joins: one store by child, one place to delete,
 * late events of any age. Every name is given here; topology.txt is checked against it.
 */
public final class CoordinationTopology {

    /** The application id. */
    public static final String APPLICATION = "coordination";

    static final String DECODE = "decode";
    static final String DECIDE = "decide";
    static final String DISCLOSURES = "disclosures";
    static final String FEEDS = "feeds";
    static final String CROSSINGS = "crossings";
    static final String CONTRIBUTIONS = "contributions";
    static final String RECEIPTS = "receipts";
    static final String DEAD_LETTERS = "dead-letters";

    private static final List<Topic> SOURCES = List.of(
            Topics.SOCIAL_SERVICES_EVENTS,
            Topics.SCHOOL_EVENTS,
            Topics.REGION_EVENTS,
            Topics.POLICE_EVENTS,
            Topics.ACTIONS,
            Topics.CROSSINGS,
            Topics.CLOCK);

    private CoordinationTopology() {}

    /** Topics read. */
    public static List<Topic> sources() {
        return SOURCES;
    }

    /** Topics written in Avro. */
    public static List<Topic> sinks() {
        return Stream.concat(
                        Agencies.ALL.stream().map(Topics::alerts),
                        Stream.of(
                                Topics.DISCLOSURES,
                                Topics.CROSSINGS,
                                Topics.CONTRIBUTIONS,
                                Topics.RECEIPTS,
                                Topics.FEEDS))
                .toList();
    }

    /** Every topic that must be there. */
    public static List<Topic> needs() {
        return Stream.of(SOURCES.stream(), sinks().stream(), SOURCES.stream().map(Topic::deadLetters))
                .flatMap(topics -> topics)
                .distinct()
                .toList();
    }

    public static Topology build(StreamsSettings settings, Parts parts) {
        // Only a topology made with its configuration checks that names are given.
        Topology topology = new Topology(new TopologyConfig(new StreamsConfig(settings.properties())));
        String[] sources = SOURCES.stream().map(Topic::name).toArray(String[]::new);
        for (String source : sources) {
            topology.addSource(source, new ByteArrayDeserializer(), new ByteArrayDeserializer(), source);
        }
        topology.addProcessor(
                DECODE, DecodeProcessor.of(parts.registry(), SOURCES, parts.metrics(), DECIDE, DEAD_LETTERS), sources);
        topology.addProcessor(DECIDE, () -> new DecideProcessor(parts, settings.cachedChildren()), DECODE);
        topology.addStateStore(settings.engine().childStore(), DECIDE);
        topology.addStateStore(settings.engine().store(Feeds.NAME), DECIDE);
        topology.addStateStore(settings.engine().store(Receipts.NAME), DECIDE);
        topology.addStateStore(AtCommit.builder(), DECIDE);
        Agencies.ALL.stream().map(Topics::alerts).forEach(alerts -> sinkByChild(topology, alerts.name(), alerts));
        sinkByChild(topology, DISCLOSURES, Topics.DISCLOSURES);
        sinkByChild(topology, CROSSINGS, Topics.CROSSINGS);
        sinkByChild(topology, CONTRIBUTIONS, Topics.CONTRIBUTIONS);
        topology.addSink(FEEDS, Topics.FEEDS.name(), new ByteArraySerializer(), new ByteArraySerializer(), DECIDE);
        topology.addSink(
                RECEIPTS, Topics.RECEIPTS.name(), new ByteArraySerializer(), new ByteArraySerializer(), DECIDE);
        topology.addSink(
                DEAD_LETTERS,
                DeadLetters.topic(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                DECODE,
                DECIDE);
        return topology;
    }

    private static void sinkByChild(Topology topology, String name, Topic topic) {
        topology.addSink(
                name, topic.name(), new ByteArraySerializer(), new ByteArraySerializer(), new ByChild(), DECIDE);
    }
}
