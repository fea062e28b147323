package se.samordna.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.events.ConcernReportReceived;
import se.samordna.platform.Tick;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** Every way in which a record's bytes can be bad: it goes to the dead letters untouched, and the next one is read. */
class DeadLettersTest {

    private static final Topic SOCIAL = Topics.SOCIAL_SERVICES_EVENTS;
    private static final byte[] KEY = Wire.CHILD.toString().getBytes(UTF_8);

    private static final Wire WIRE = new Wire("dead-letters");
    private final List<Object> taken = new java.util.ArrayList<>();
    private final TopologyTestDriver driver = driver();

    @AfterEach
    void close() {
        driver.close();
    }

    @AfterAll
    static void forget() {
        WIRE.close();
    }

    /** What is sent, and why it is dead; no reason: it is not. */
    record Sent(String what, Topic topic, byte @Nullable [] key, byte @Nullable [] value, String reason) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Sent> bad() {
        return BadRecords.all(WIRE, KEY);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void goes_to_the_dead_letters_with_its_own_bytes_and_safe_headers(Sent sent) {
        TestInputTopic<byte[], byte[]> topic = input(sent.topic());
        topic.pipeInput(new TestRecord<>(
                sent.key(),
                sent.value(),
                new org.apache.kafka.common.header.internals.RecordHeaders().add("secret", "4711".getBytes(UTF_8)),
                Instant.parse("2026-01-10T10:00:00Z")));

        TestRecord<byte[], byte[]> dead = output(sent.topic()).readRecord();
        assertThat(dead.key()).isEqualTo(sent.key());
        assertThat(dead.value()).isEqualTo(sent.value());
        Map<String, String> headers = new HashMap<>();
        for (Header header : dead.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        headers.remove(DeadLetters.EXCEPTION);
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        DeadLetters.TOPIC,
                        sent.topic().name(),
                        DeadLetters.PARTITION,
                        "0",
                        DeadLetters.OFFSET,
                        "0",
                        DeadLetters.REASON,
                        sent.reason()));
        assertThat(taken).isEmpty();

        input(SOCIAL).pipeInput(KEY, WIRE.write(SOCIAL, Wire.report()));
        assertThat(taken).hasSize(1);
        assertThat(output(sent.topic()).isEmpty()).isTrue();
    }

    @Test
    void what_is_good_goes_on_and_nothing_else() {
        input(SOCIAL).pipeInput(KEY, WIRE.write(SOCIAL, Wire.report()));
        input(Topics.SCHOOL_EVENTS).pipeInput(KEY, WIRE.write(Topics.SCHOOL_EVENTS, Wire.attendance()));
        input(Topics.CLOCK).pipeInput("0".getBytes(UTF_8), WIRE.write(Topics.CLOCK, new Tick(Wire.AT)));

        assertThat(taken).hasSize(3);
        assertThat(taken.get(2)).isEqualTo(new Signal.Tick(Wire.AT));
        assertThat(output(SOCIAL).isEmpty()).isTrue();
    }

    @Test
    void a_writer_with_one_field_more_is_read() {
        Schema ours = ConcernReportReceived.getClassSchema();
        Schema newer = Schema.createRecord(ours.getName(), ours.getDoc(), ours.getNamespace(), false);
        newer.setFields(Stream.concat(
                        ours.getFields().stream().map(f -> new Schema.Field(f, f.schema())),
                        Stream.of(new Schema.Field(
                                "added", SchemaBuilder.builder().stringType(), null, "")))
                .toList());
        byte[] plain = WIRE.write(SOCIAL, Wire.report());
        ByteBuffer value = ByteBuffer.allocate(plain.length + 3)
                .put(WIRE.named("newer", newer))
                .put(plain, 5, plain.length - 5)
                .put(new byte[] {4, 'h', 'i'});

        input(SOCIAL).pipeInput(KEY, value.array());

        assertThat(taken).hasSize(1);
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private org.apache.kafka.streams.TestOutputTopic<byte[], byte[]> output(Topic topic) {
        return driver.createOutputTopic(
                topic.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private TopologyTestDriver driver() {
        List<Topic> sources = List.of(SOCIAL, Topics.SCHOOL_EVENTS, Topics.CLOCK);
        Topology topology = new Topology();
        String[] names = sources.stream().map(Topic::name).toArray(String[]::new);
        Arrays.stream(names)
                .forEach(name ->
                        topology.addSource(name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), name));
        StreamsMetrics metrics = new StreamsMetrics(new SimpleMeterRegistry(), "test");
        topology.addProcessor(
                "decode", DecodeProcessor.of(WIRE.registry, sources, metrics, "take", "dead-letters"), names);
        ProcessorSupplier<Object, Object, Void, Void> take = () -> new Processor<>() {
            @Override
            public void process(Record<Object, Object> record) {
                taken.add(record.value());
            }
        };
        topology.addProcessor("take", take, "decode");
        topology.addSink(
                "dead-letters", DeadLetters.topic(), new ByteArraySerializer(), new ByteArraySerializer(), "decode");
        return new TopologyTestDriver(topology, Wire.settings("dead-letters").properties());
    }
}
