package se.samordna.bench;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topics;
import se.samordna.streams.StreamsSettings;

/** What Kafka Streams itself costs: bytes in, the same bytes out, one to one, exactly once. */
final class ThroughArm implements Arm {
    private static final String APP = "bench-through";
    private static final String OUT = "bench.through";

    @Override
    public String name() {
        return "Streams pass-through";
    }

    @Override
    public Running start(Rig rig) {
        rig.createTopic(OUT);
        var builder = new StreamsBuilder();
        var bytes = Serdes.ByteArray();
        builder.stream(
                        Agencies.ALL.stream().map(a -> Topics.events(a).name()).toList(),
                        Consumed.with(bytes, bytes).withName("in"))
                .to(OUT, Produced.with(bytes, bytes).withName("out"));
        var streams = new KafkaStreams(builder.build(), settings(rig));
        streams.start();
        return new Running() {
            @Override
            public String group() {
                return APP;
            }

            @Override
            public void close() {
                // Streams' own close stays a member until its session ends; the next arm would wait for that.
                streams.close(CloseOptions.groupMembershipOperation(LEAVE_GROUP).withTimeout(Duration.ofSeconds(30)));
            }
        };
    }

    /** Exactly coordination's own. */
    private static Properties settings(Rig rig) {
        return StreamsSettings.of(APP, rig.bootstrap(), rig.dir().resolve("state"), "bench")
                .properties();
    }
}
