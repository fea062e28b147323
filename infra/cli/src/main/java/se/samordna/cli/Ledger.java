package se.samordna.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import se.samordna.alerts.Disclosure;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Keys;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topics;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the ledger holds.
 *
 * @param entries by child; of one child as they were written
 * @param unreadable where a record is that is none of ours; it hides no other
 */
record Ledger(List<Entry> entries, List<String> unreadable) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /**
     * One telling.
     *
     * @param at by the child's clock
     * @param status as told; UNKNOWN in entries that are older than the field
     * @param reason why something told before was changed or taken back
     * @param policy version of the disclosure policy, 0 in entries that are older than the field
     */
    record Entry(
            Instant at,
            UUID childId,
            UUID alertId,
            String recipient,
            int revision,
            String status,
            String ground,
            Optional<String> reason,
            Optional<UUID> supersededBy,
            List<String> fields,
            int policy) {

        private static Entry of(Disclosure told) {
            return new Entry(
                    told.getAt(),
                    told.getChildId(),
                    told.getAlertId(),
                    Agencies.wireName(told.getRecipient()),
                    told.getRevision(),
                    told.getStatus().name(),
                    told.getGround().name(),
                    Optional.ofNullable(told.getReason()),
                    Optional.ofNullable(told.getSupersededBy()),
                    told.getFields(),
                    told.getPolicy());
        }
    }

    /** The ledger of one child, or of all. */
    static Ledger read(String bootstrap, String registry, Optional<UUID> child) {
        Optional<byte[]> key = child.map(c -> Keys.child(c).getBytes(StandardCharsets.UTF_8));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        WholeTopic.read(bootstrap, List.of(Topics.DISCLOSURES.name()), record -> {
            if (key.isEmpty() || Arrays.equals(key.get(), record.key())) {
                records.add(record);
            }
        });
        try (SpecificAvroSerde<SpecificRecord> serde = SpecificAvroSerde.forValues(registry);
                Deserializer<SpecificRecord> reader = serde.deserializer()) {
            return of(records, reader);
        }
    }

    /** @param records each partition's in their order */
    static Ledger of(Collection<ConsumerRecord<byte[], byte[]>> records, Deserializer<SpecificRecord> reader) {
        List<Entry> entries = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            read(record, reader)
                    .ifPresentOrElse(
                            entries::add,
                            () -> unreadable.add(record.topic() + "-" + record.partition() + "@" + record.offset()));
        }
        entries.sort(Comparator.comparing(entry -> entry.childId().toString())); // stable: each child's in their order
        return new Ledger(List.copyOf(entries), List.copyOf(unreadable));
    }

    private static Optional<Entry> read(ConsumerRecord<byte[], byte[]> record, Deserializer<SpecificRecord> reader) {
        try {
            return reader.deserialize(record.topic(), record.value()) instanceof Disclosure told
                    ? Optional.of(Entry.of(told))
                    : Optional.empty();
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }

    /** One line. */
    static String json(Entry entry) {
        return JSON.writeValueAsString(entry);
    }
}
