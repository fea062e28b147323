package se.samordna.cli;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import se.samordna.cli.county.CountyOrder;
import se.samordna.cli.county.Persons;
import se.samordna.coordination.AlertLine;
import se.samordna.events.Agency;
import se.samordna.events.ProtectedIdentity;
import se.samordna.kit.privacy.Identity;
import se.samordna.kit.privacy.IdentitySealer;
import se.samordna.kit.privacy.Personnummer;
import se.samordna.kit.privacy.VaultKeys;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;
import se.samordna.local.WireWriter;
import se.samordna.platform.SealedIdentity;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topics;

/**
 * Who the demo's children are, sealed as the intakes seal it: of the three municipalities whose pages are shown, those
 * whom an agency has been told of, told by that agency itself.
 */
final class DemoVault {
    /** Östersund, Sjöbo and Borås. */
    static final Set<String> PLACES = Set.of("2380", "1265", "1490");

    private static final int AT_ONCE = 200;
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final CountyOrder order;
    private final IdentitySealer sealer;
    private final String bootstrap;
    private final String registry;

    DemoVault(CountyOrder order, VaultKeys keys, String bootstrap, String registry) {
        this.order = order;
        this.sealer = IdentitySealer.with(keys);
        this.bootstrap = bootstrap;
        this.registry = registry;
    }

    /** A child and an authority that knows it. */
    private record Known(UUID childId, String municipality, Agency agency) {}

    /** Whether a run before this one has filled it. */
    boolean isThere() {
        AtomicLong records = new AtomicLong();
        WholeTopic.read(bootstrap, List.of(Topics.IDENTITIES.name()), _ -> records.incrementAndGet());
        return records.get() > 0;
    }

    /** Seals and publishes them. Returns how many. */
    int fill(List<AlertLine> told, Instant at, PrintWriter err) {
        Map<UUID, Persons.Person> persons = Persons.of(order);
        List<Known> all = known(told).stream()
                .filter(known -> persons.containsKey(known.childId()))
                .toList();
        try (Progress progress = Progress.of("who they are", all.size(), err);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Connections.producer(bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            WireWriter writer = new WireWriter(registry);
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                // Sealing one takes most of a millisecond, and is all there is to do: every core may.
                List<SealedIdentity> sealed = all.subList(from, Math.min(from + AT_ONCE, all.size())).parallelStream()
                        .map(known -> sealed(known, Objects.requireNonNull(persons.get(known.childId())), at))
                        .toList();
                publish(sealed, producer, writer);
                progress.to(from + sealed.size());
            }
            return all.size();
        }
    }

    /** An agency's alert says where; a notice says no place, and is of the alert that does. */
    private static Set<Known> known(List<AlertLine> told) {
        Map<UUID, String> places = new HashMap<>();
        for (AlertLine line : told) {
            if (line instanceof AlertLine.Full full) {
                full.municipality().ifPresent(place -> places.put(full.alertId(), place));
            }
        }
        Set<Known> all = new LinkedHashSet<>();
        for (AlertLine line : told) {
            Optional<Agency> agency = Agencies.ofWireName(line.recipient());
            String place = places.getOrDefault(line.alertId(), "");
            if (line.live() && agency.isPresent() && PLACES.contains(place)) {
                all.add(new Known(line.childId(), place, agency.get()));
            }
        }
        return all;
    }

    private SealedIdentity sealed(Known known, Persons.Person person, Instant at) {
        Identity identity = new Identity(
                Personnummer.parse(person.number(), ANY_DAY).orElseThrow(),
                person.given(),
                person.family(),
                ProtectedIdentity.valueOf(person.protection()));
        byte[] bytes = sealer.seal(identity, known.childId(), known.municipality(), known.agency());
        return new SealedIdentity(known.childId(), known.municipality(), known.agency(), at, ByteBuffer.wrap(bytes));
    }

    private static void publish(
            List<SealedIdentity> sealed, KafkaProducer<byte[], byte[]> producer, WireWriter writer) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (SealedIdentity one : sealed) {
            String key = Keys.identity(one.getChildId(), one.getMunicipality(), one.getAgency());
            sent.add(producer.send(new ProducerRecord<>(
                    Topics.IDENTITIES.name(),
                    key.getBytes(StandardCharsets.UTF_8),
                    writer.bytes(Topics.IDENTITIES, one))));
        }
        producer.flush();
        if (sent.stream().anyMatch(one -> one.state() != Future.State.SUCCESS)) {
            throw new StartupProblem("The broker did not take who the children are.");
        }
    }
}
