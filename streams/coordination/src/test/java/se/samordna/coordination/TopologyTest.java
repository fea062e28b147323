package se.samordna.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Decide;
import se.samordna.rules.Rules;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;

/** A difference here is a migration: names of stores are names of changelogs. */
class TopologyTest {

    @Test
    void is_what_was_agreed() throws IOException {
        Registry registry = Registry.at("mock://topology");
        Parts parts = new Parts(
                registry,
                new Encoder(registry),
                new StreamsMetrics(new SimpleMeterRegistry(), "coordination"),
                Rules.standard(),
                new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE));
        String described =
                CoordinationTopology.build(County.settings(), parts).describe().toString();

        try (InputStream agreed = Objects.requireNonNull(getClass().getResourceAsStream("/topology.txt"))) {
            assertThat(described.strip()).isEqualTo(new String(agreed.readAllBytes(), UTF_8).strip());
        }
    }

    @Test
    void every_topic_it_reads_by_child_is_checked_before_the_start() {
        assertThat(CoordinationTopology.needs())
                .contains(Topics.CLOCK, Topics.ACTIONS, Topics.SCHOOL_ALERTS)
                .contains(Topics.POLICE_EVENTS.deadLetters());
        assertThat(CoordinationTopology.sources()).allMatch(t -> t.partitioning() == Topic.Partitioning.PER_CHILD);
    }
}
