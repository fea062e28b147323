package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.broker.TestBroker;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Condition;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsRuntime;
import se.samordna.streams.StreamsSettings;

/** What is away is waited for and named; topics that differ are refused and named. */
class StartTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void a_start_waits_for_topics_and_refuses_those_that_differ() throws Exception {
        TestBroker broker = new TestBroker(directory);
        List<Topic> all = List.copyOf(CoordinationTopology.needs());
        broker.create(
                2,
                all.stream()
                        .filter(topic -> !topic.equals(Topics.SCHOOL_EVENTS))
                        .toList());
        try (Registry registry = Registry.at("mock://start");
                StreamsRuntime runtime = new StreamsRuntime(
                        StreamsSettings.of("coordination", broker.bootstrap(), directory, "0"),
                        registry,
                        new SimpleMeterRegistry())) {
            runtime.start(all, List.of(), new Encoder(registry), () -> {
                throw new AssertionError("must not be built");
            });
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(runtime.condition().because().orElse("")).contains("school.events"));
            assertThat(runtime.condition().phase()).isEqualTo(Condition.Phase.WAITING);
            assertThat(runtime.condition().live()).isTrue();

            broker.create(3, List.of(Topics.SCHOOL_EVENTS));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(runtime.condition().phase()).isEqualTo(Condition.Phase.REFUSED));
            assertThat(runtime.condition().because().orElse("")).contains("school.events=3", "police.events=2");
            assertThat(runtime.condition().live()).isFalse();
        } finally {
            broker.stop();
        }
    }

    @Test
    void a_start_waits_for_the_broker_and_says_so() {
        try (Registry registry = Registry.at("mock://start");
                StreamsRuntime runtime = new StreamsRuntime(
                        StreamsSettings.of("coordination", "127.0.0.1:1", directory, "0"),
                        registry,
                        new SimpleMeterRegistry())) {
            runtime.start(CoordinationTopology.needs(), List.of(), new Encoder(registry), () -> {
                throw new AssertionError("must not be built");
            });

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(runtime.condition().because().orElse("")).contains("the broker 127.0.0.1:1"));
            assertThat(runtime.condition().live()).isTrue();
            assertThat(runtime.condition().ready()).isFalse();
        }
    }
}
