package se.samordna.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;
import se.samordna.measures.PlanDefinition;
import se.samordna.schemas.Topics;
import se.samordna.streams.ChildStore;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;

/** The plans on plans.definitions: one record a municipality, with every version of its plan. */
final class PublishedPlans {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrap;
    private final String registry;

    PublishedPlans(String bootstrap, String registry) {
        this.bootstrap = bootstrap;
        this.registry = registry;
    }

    /**
     * By kommunkod.
     *
     * @param err told of a record that is no plan of its key's municipality; it stands for nothing
     */
    Map<String, PlanVersions> read(PrintWriter err) {
        Map<String, PlanVersions> plans = new TreeMap<>();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        WholeTopic.read(bootstrap, List.of(Topics.PLANS.name()), records::add);
        try (AvroReader reader = new AvroReader(registry, err)) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                String municipality = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    plans.remove(municipality);
                } else {
                    reader.read(record)
                            .filter(PlanDefinition.class::isInstance)
                            .map(PlanDefinition.class::cast)
                            .filter(plan -> PlanVersions.isPlanOf(municipality, plan))
                            .ifPresent(plan -> plans.put(municipality, PlanVersions.of(plan)));
                }
            }
        }
        return plans;
    }

    /**
     * Publishes plans with their versions and waits until they are there.
     *
     * @throws StartupProblem if the broker does not take them, or one with its versions is more than a record takes; then
     *     none is published
     */
    void publish(Collection<PlanDefinition> plans) {
        try (Registry schemas = Registry.at(registry, PATIENCE);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Connections.producer(bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            Encoder encoder = new Encoder(schemas);
            List<Future<?>> sent = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> record :
                    plans.stream().map(plan -> record(encoder, plan)).toList()) {
                sent.add(producer.send(record));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (KafkaException | ExecutionException e) {
            throw new StartupProblem("The broker " + bootstrap + " did not take the plans: run it again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted", e);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Encoder encoder, PlanDefinition plan) {
        byte[] value = encoder.write(Topics.PLANS, plan);
        if (value.length > ChildStore.LARGEST) {
            throw new StartupProblem("The plan of " + plan.getMunicipality() + " with its "
                    + (1 + plan.getEarlier().size()) + " versions takes " + value.length + " bytes, more than the "
                    + ChildStore.LARGEST + " of a record: nothing published.");
        }
        return new ProducerRecord<>(
                Topics.PLANS.name(), plan.getMunicipality().getBytes(StandardCharsets.UTF_8), value);
    }
}
