package se.samordna.workplace.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samordna.events.Agency;
import se.samordna.kit.web.KitSettings;
import se.samordna.platform.SealedIdentity;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.RegistrySettings;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topics;
import se.samordna.workplace.TopicThread;
import se.samordna.workplace.identity.Whereabouts.Place;

/**
 * The topic itself: a thread reads where everything lies, and of a child that is asked for the few records are read again.
 * So there is nothing of it on this machine's disk, nothing sealed in memory, and what a tombstone forgets is gone here.
 */
@Component
final class TopicVault extends TopicThread implements Vault {

    private static final Logger LOG = LoggerFactory.getLogger(TopicVault.class);

    private final KitSettings settings;
    private final Whereabouts whereabouts = new Whereabouts();
    private volatile boolean whole;
    private boolean told;

    TopicVault(KitSettings settings) {
        super("workplace-vault");
        this.settings = settings;
    }

    @Override
    public Answer of(UUID childId, BiPredicate<Agency, String> theirs) {
        List<Place> places = whereabouts.of(childId);
        // Asked after: what is being read anew is not taken for empty.
        if (!whole) {
            return new Answer.NotReady();
        }
        if (places.stream().noneMatch(place -> theirs.test(place.agency(), place.municipality()))) {
            return new Answer.Held(List.of());
        }
        try (TopicReader reader = TopicReader.ofOne(settings.bootstrap(), client("reveal"));
                SpecificAvroSerde<SealedIdentity> serde = new SpecificAvroSerde<>()) {
            serde.configure(registry(), false);
            List<SealedIdentity> held = new ArrayList<>();
            for (Place place : places) {
                byte[] value = reader.at(place.partition(), place.offset())
                        .map(ConsumerRecord::value)
                        .orElse(new byte[0]);
                if (value.length == 0) {
                    // A newer one has come in its place meanwhile; where it lies is known in a moment.
                    return new Answer.NotReady();
                }
                held.add(serde.deserializer().deserialize(Topics.IDENTITIES.name(), value));
            }
            return new Answer.Held(held);
        } catch (KafkaException e) {
            LOG.warn("the vault cannot be read: {}", e.getClass().getSimpleName());
            return new Answer.NotReady();
        }
    }

    /** Someone waits for the page: better "not now" in two seconds than right in twenty. */
    private Map<String, Object> registry() {
        Map<String, Object> patience = new HashMap<>(RegistrySettings.of(settings.registry()));
        patience.put("http.connect.timeout.ms", 1_500);
        patience.put("http.read.timeout.ms", 2_000);
        patience.put("max.retries", 0);
        return patience;
    }

    private String client(String what) {
        return "workplace-vault-" + what + "-" + settings.instance();
    }

    /** Said once for as long as the broker is away. */
    @Override
    protected void failed(RuntimeException why) {
        if (whole || !told) {
            LOG.warn("the vault is read anew after {}", why.getClass().getSimpleName());
        }
        told = true;
        whole = false;
    }

    @Override
    protected void read() {
        try (TopicReader reader = TopicReader.ofAll(settings.bootstrap(), client("whereabouts"))) {
            Map<TopicPartition, Long> ends = reader.fromTheBeginning();
            // A tombstone may have come and gone while nobody read.
            whereabouts.clear();
            while (!isEnding()) {
                reader.next(this::take);
                whole = whole || reader.isPast(ends);
            }
        }
    }

    /** The key says all that is needed; the bytes are looked at when someone asks. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        String[] key = new String(record.key(), StandardCharsets.UTF_8).split("/", -1);
        Optional<Agency> agency = key.length == 3 ? Agencies.ofWireName(key[2]) : Optional.empty();
        if (agency.isEmpty() || key[0].length() != 36 || !key[1].matches("[0-9]{4}")) {
            LOG.warn("a key of {} is none of ours", Topics.IDENTITIES.name());
            return;
        }
        UUID childId = UUID.fromString(key[0]);
        byte @Nullable [] value = record.value();
        if (value == null) {
            whereabouts.forget(childId, agency.get(), key[1]);
        } else {
            whereabouts.put(childId, new Place(agency.get(), key[1], record.partition(), record.offset()));
        }
    }
}
