package se.samordna.coordination.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import se.samordna.events.EventHeader;
import se.samordna.rules.Agency;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.AvroTrust;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.DeadLetters;
import se.samordna.streams.DeadReason;
import se.samordna.streams.Registry;

/**
 * Reads of a dead letter which event it is. The header is the first field of every event, so it can be read of a type
 * that is not known here and of a record whose end is missing; where even that cannot be, nobody is told. Not safe for
 * several threads.
 */
final class LetterReader {

    private static final int WIRE_HEADER = 5;
    /** As at intake (413): what is larger came by no service. */
    private static final int LARGEST = 64 * 1024;

    private static final int REMEMBERED = 1_000;

    static {
        AvroTrust.establish();
    }

    private final Registry registry;
    private final Map<Integer, Optional<Heading>> headings = new HashMap<>();
    private final Map<String, Agency> owners = Agencies.ALL.stream()
            .collect(Collectors.toMap(
                    agency -> Topics.events(agency).deadLetters().name(), agency -> Agency.valueOf(agency.name())));

    /** How a writer's schema begins. */
    private record Heading(String type, SpecificDatumReader<EventHeader> reader) {}

    LetterReader(Registry registry) {
        this.registry = registry;
    }

    /** The dead letters of every topic with events. */
    static List<Topic> topics() {
        return Stream.concat(Agencies.ALL.stream().map(Topics::events), Stream.of(Topics.ACTIONS))
                .map(Topic::deadLetters)
                .toList();
    }

    Optional<DeadLetter> read(ConsumerRecord<byte[], byte[]> letter) {
        byte @Nullable [] value = letter.value();
        if (value == null || value.length < WIRE_HEADER || value.length > LARGEST || value[0] != 0) {
            return Optional.empty();
        }
        int schema = java.nio.ByteBuffer.wrap(value).getInt(1);
        return heading(schema)
                .flatMap(heading -> reason(letter)
                        .flatMap(reason -> header(heading, value)
                                .flatMap(header -> sender(letter.topic(), header)
                                        .map(sender -> new DeadLetter(
                                                header.getChildId(),
                                                header.getEventId(),
                                                sender,
                                                header.getMunicipality(),
                                                heading.type,
                                                reason)))));
    }

    /** A sender is told of what lay on its own topic, whoever a header there calls itself. */
    private Optional<Agency> sender(String topic, EventHeader header) {
        return Optional.ofNullable(owners.get(topic))
                .or(() -> Optional.of(header.getAgency())
                        .filter(Agencies.ALL::contains)
                        .map(agency -> Agency.valueOf(agency.name())));
    }

    private static Optional<EventHeader> header(Heading heading, byte[] value) {
        try {
            return Optional.of(heading.reader.read(
                    null, DecoderFactory.get().binaryDecoder(value, WIRE_HEADER, value.length - WIRE_HEADER, null)));
        } catch (IOException | RuntimeException e) {
            // As in the Decoder: Avro answers hostile bytes with whatever its insides meet. It is a dead letter for a
            // reason, and of one that does not say which event it is nobody can ask.
            return Optional.empty();
        }
    }

    private Optional<Heading> heading(int schema) {
        if (headings.size() >= REMEMBERED) {
            headings.clear(); // a flood of ids that are none must not fill the memory
        }
        return headings.computeIfAbsent(schema, id -> registry.schema(id).flatMap(LetterReader::heading));
    }

    private static Optional<Heading> heading(Schema writer) {
        boolean event = writer.getType() == Schema.Type.RECORD
                && !writer.getFields().isEmpty()
                && writer.getFields().getFirst().schema().getType() == Schema.Type.RECORD
                && writer.getFields()
                        .getFirst()
                        .schema()
                        .getFullName()
                        .equals(EventHeader.getClassSchema().getFullName());
        return event
                ? Optional.of(new Heading(
                        writer.getName(),
                        new SpecificDatumReader<>(
                                writer.getFields().getFirst().schema(),
                                EventHeader.getClassSchema(),
                                SpecificData.getForClass(EventHeader.class))))
                : Optional.empty();
    }

    private static Optional<DeadReason> reason(ConsumerRecord<byte[], byte[]> letter) {
        @Nullable Header header = letter.headers().lastHeader(DeadLetters.REASON);
        return header == null ? Optional.empty() : DeadReason.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
