package se.samordna.coordination.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samordna.events.AbsenceInquiryOpened;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;
import se.samordna.rules.Agency;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.DeadLetters;
import se.samordna.streams.DeadReason;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;

class LetterReaderTest {

    private static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("6f0c0000-0000-4000-8000-000000000001");
    private static final String SCOPE = "letter-reader";

    private final SchemaRegistryClient client = MockSchemaRegistry.getClientForScope(SCOPE);
    private final Registry registry = registry();
    private final LetterReader reader = new LetterReader(registry);
    private final byte[] inquiry =
            new Encoder(registry).write(Topics.SCHOOL_EVENTS, new AbsenceInquiryOpened(header("SCHOOL"), "a1"));

    @AfterEach
    void close() {
        registry.close();
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @ParameterizedTest
    @EnumSource(DeadReason.class)
    void an_event_that_can_be_read_is_its_topics_owners_whatever_was_wrong(DeadReason reason) {
        assertThat(reader.read(letter(Topics.SCHOOL_EVENTS, reason.code(), inquiry)))
                .contains(new DeadLetter(CHILD, EVENT, Agency.SCHOOL, "2380", "AbsenceInquiryOpened", reason));
    }

    @Test
    void whoever_a_header_calls_itself_it_lay_on_the_schools_topic() {
        byte[] stray =
                new Encoder(registry).write(Topics.SCHOOL_EVENTS, new AbsenceInquiryOpened(header("POLICE"), "a1"));

        assertThat(reader.read(letter(Topics.SCHOOL_EVENTS, "wrong-agency", stray)))
                .map(DeadLetter::sender)
                .contains(Agency.SCHOOL);
    }

    @Test
    void on_the_topic_of_actions_it_is_the_coordinator_of_its_header() {
        assertThat(reader.read(letter(Topics.ACTIONS, "wrong-topic", inquiry)))
                .map(DeadLetter::sender)
                .contains(Agency.SCHOOL);
        byte[] nobody =
                new Encoder(registry).write(Topics.SCHOOL_EVENTS, new AbsenceInquiryOpened(header("UNKNOWN"), "a1"));
        assertThat(reader.read(letter(Topics.ACTIONS, "unknown-symbol", nobody)))
                .isEmpty();
    }

    @Test
    void a_type_of_a_later_release_and_an_end_that_is_missing_do_not_hide_which_event_it_is() throws Exception {
        Schema later = SchemaBuilder.record("Tomorrow")
                .namespace("se.samordna.events")
                .fields()
                .name("header")
                .type(EventHeader.getClassSchema())
                .noDefault()
                .requiredInt("minutes")
                .endRecord();
        int id = client.register("school.events-tomorrow", new AvroSchema(later));
        byte[] tomorrow = ByteBuffer.wrap(inquiry.clone()).putInt(1, id).array();

        assertThat(reader.read(letter(Topics.SCHOOL_EVENTS, "unknown-type", tomorrow)))
                .contains(new DeadLetter(CHILD, EVENT, Agency.SCHOOL, "2380", "Tomorrow", DeadReason.UNKNOWN_TYPE));
        assertThat(reader.read(letter(Topics.SCHOOL_EVENTS, "bad-bytes", Arrays.copyOf(inquiry, inquiry.length - 2))))
                .map(DeadLetter::eventId)
                .contains(EVENT);
    }

    @Test
    void of_bytes_that_name_no_event_nobody_is_told() throws Exception {
        Schema bare =
                SchemaBuilder.record("Bare").fields().requiredString("header").endRecord();
        int id = client.register("bare", new AvroSchema(bare));

        assertThat(read(null)).isFalse();
        assertThat(read(new byte[] {0, 0})).isFalse();
        assertThat(read("no Avro at all".getBytes(UTF_8))).isFalse();
        assertThat(read(ByteBuffer.wrap(inquiry.clone()).putInt(1, 987_654).array()))
                .isFalse();
        assertThat(read(ByteBuffer.wrap(inquiry.clone()).putInt(1, id).array())).isFalse();
        assertThat(read(Arrays.copyOf(inquiry, 20))).isFalse();
        assertThat(read(Arrays.copyOf(inquiry, 70 * 1024))).isFalse();
        assertThat(reader.read(letter(Topics.SCHOOL_EVENTS, "of-a-later-release", inquiry)))
                .isEmpty();
    }

    private boolean read(byte @Nullable [] value) {
        return reader.read(letter(Topics.SCHOOL_EVENTS, "bad-bytes", value)).isPresent();
    }

    private Registry registry() {
        new SchemaRegistration(client).registerAll();
        return Registry.at("mock://" + SCOPE);
    }

    @SuppressWarnings("NullAway") // a tombstone has no value, whatever Kafka says of its type
    private static ConsumerRecord<byte[], byte[]> letter(Topic from, String reason, byte @Nullable [] value) {
        var letter = new ConsumerRecord<>(
                from.deadLetters().name(), 0, 0, CHILD.toString().getBytes(UTF_8), value);
        letter.headers().add(DeadLetters.REASON, reason.getBytes(UTF_8));
        return letter;
    }

    private static EventHeader header(String agency) {
        EventHeader header = new EventHeader();
        header.setEventId(EVENT);
        header.setChildId(CHILD);
        header.setMunicipality("2380");
        header.setAgency(se.samordna.events.Agency.valueOf(agency));
        header.setSource("urn:example:school");
        header.setOccurredAt(Instant.parse("2026-02-09T10:00:00Z"));
        header.setReceivedAt(Instant.parse("2026-02-09T10:00:02Z"));
        header.setGround(Ground.OWN);
        header.setProtectedIdentity(ProtectedIdentity.NONE);
        return header;
    }
}
