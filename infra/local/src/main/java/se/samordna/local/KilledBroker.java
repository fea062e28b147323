package se.samordna.local;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * What a broker killed with -9 leaves in the metadata: itself, as leader of everything.
 *
 * <p>A broker started on that resumes the transactions the dead one was completing, while the controller still has the dead
 * one to fence. Fenced, it leads nothing, and Kafka 4.3.1 takes a partition without a leader for a deleted one: it calls the
 * transaction complete and never writes its markers there, and whoever reads what is committed waits behind it for ever
 * ({@code KRaftMetadataCache.getPartitionLeaderEndpoint}, infra/adr/0009). So the dead one is fenced first, by a controller
 * alone. That is quicker too: the new broker is let in at once.
 */
final class KilledBroker {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration NOBODY = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String FENCED = "FencedBrokerCount";
    private static final String ACTIVE = "ActiveBrokerCount";

    private KilledBroker() {}

    /** Whether the data are of a broker that did not come to its own end. */
    static boolean left(Path data) {
        return Files.exists(data.resolve("meta.properties")) && !Files.exists(data.resolve(".kafka_cleanshutdown"));
    }

    /** Starts the controller alone until it has seen that the broker is gone. */
    static void fence(Path data, int controllerPort) {
        Map<String, String> settings = BrokerSettings.ofControllerAlone(data, controllerPort);
        KafkaRaftServer controller = new KafkaRaftServer(LocalBroker.config(settings), Time.SYSTEM);
        controller.startup();
        try {
            long begun = System.nanoTime();
            while (count(FENCED) == 0) {
                long waited = System.nanoTime() - begun;
                if (waited > PATIENCE.toNanos()) {
                    throw new StartupProblem(
                            "Kafka does not let go of the broker that was killed; its data are in " + data);
                } else if (waited > NOBODY.toNanos() && count(ACTIVE) == 0) {
                    return; // killed before it was ever let in: there is nothing to fence
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static int count(String name) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName count = new ObjectName("kafka.controller:type=KafkaController,name=" + name);
            return beans.isRegistered(count) && beans.getAttribute(count, "Value") instanceof Integer n ? n : 0;
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
