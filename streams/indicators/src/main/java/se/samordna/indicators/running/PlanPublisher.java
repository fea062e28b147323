package se.samordna.indicators.running;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.measures.PlanDefinition;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;

/**
 * Publishes the plans that come with Samordna, each where its municipality has none yet. One that an operator published
 * stands: a newer release does not take it back.
 */
final class PlanPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(PlanPublisher.class);

    private final String bootstrap;
    private final Encoder encoder;

    PlanPublisher(String bootstrap, Encoder encoder) {
        this.bootstrap = bootstrap;
        this.encoder = encoder;
    }

    void publishMissing(Map<String, PlanDefinition> published) {
        var sent = new ArrayList<Future<?>>();
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String name : PlanFile.BUILT_IN) {
                switch (PlanFile.builtIn(name)) {
                    case PlanFile.Read.Faulty(var faults) -> LOG.error("a plan of our own is wrong: {}", faults);
                    case PlanFile.Read.Plan(PlanDefinition plan, int _) -> {
                        if (!published.containsKey(plan.getMunicipality())) {
                            sent.add(producer.send(new ProducerRecord<>(
                                    Topics.PLANS.name(),
                                    plan.getMunicipality().getBytes(StandardCharsets.UTF_8),
                                    encoder.write(Topics.PLANS, plan))));
                        }
                    }
                }
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (KafkaException | ExecutionException e) {
            LOG.warn("plans are published at the next start: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
