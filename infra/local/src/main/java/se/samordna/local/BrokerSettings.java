package se.samordna.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The broker's configuration for one machine: one node, replication 1, small buffers, time never a reason to delete. */
final class BrokerSettings {
    private BrokerSettings() {}

    static Map<String, String> of(Path data, int port, int controllerPort) {
        Map<String, String> s = new TreeMap<>();
        node(s, data, port, controllerPort);
        one(s);
        s.put("auto.create.topics.enable", "false");
        s.put("group.initial.rebalance.delay.ms", "0");
        s.put("log.cleaner.dedupe.buffer.size", "8388608");
        s.put("log.segment.bytes", String.valueOf(128 << 20));
        s.put("num.recovery.threads.per.data.dir", "2");
        // A replay carries times years back and ahead; internal topics take their default from here.
        s.put("log.message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE));
        s.put("log.message.timestamp.before.max.ms", String.valueOf(Long.MAX_VALUE));
        s.put("log.retention.ms", "-1");
        // After a kill -9 the transactions left open must end soon after their time-out: readers wait behind them.
        s.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        // Broker and controller are one process: neither can lose the other, but a machine can sleep. A broker fenced
        // while
        // it leads may lose the end of a transaction (KilledBroker).
        s.put("broker.session.timeout.ms", String.valueOf(24 * 60 * 60 * 1000));
        return s;
    }

    /** The same node without its broker, quick to give up a broker that is not there. */
    static Map<String, String> ofControllerAlone(Path data, int controllerPort) {
        Map<String, String> s = new TreeMap<>();
        String controller = "CONTROLLER://" + Ports.HOST + ":" + controllerPort;
        s.put("process.roles", "controller");
        s.put("node.id", "1");
        s.put("listeners", controller);
        s.put("controller.listener.names", "CONTROLLER");
        s.put("controller.quorum.bootstrap.servers", Ports.HOST + ":" + controllerPort);
        s.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT");
        s.put("log.dirs", data.toString());
        s.put("broker.session.timeout.ms", "100");
        s.put("broker.heartbeat.interval.ms", "50");
        return s;
    }

    private static void node(Map<String, String> s, Path data, int port, int controllerPort) {
        String client = "PLAINTEXT://" + Ports.HOST + ":" + port;
        s.put("process.roles", "broker,controller");
        s.put("node.id", "1");
        s.put("listeners", client + ",CONTROLLER://" + Ports.HOST + ":" + controllerPort);
        s.put("advertised.listeners", client);
        s.put("controller.listener.names", "CONTROLLER");
        s.put("controller.quorum.bootstrap.servers", Ports.HOST + ":" + controllerPort);
        s.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        s.put("inter.broker.listener.name", "PLAINTEXT");
        s.put("log.dirs", data.toString());
    }

    private static void one(Map<String, String> s) {
        s.put("default.replication.factor", "1");
        s.put("min.insync.replicas", "1");
        s.put("offsets.topic.replication.factor", "1");
        s.put("offsets.topic.num.partitions", "3");
        s.put("transaction.state.log.replication.factor", "1");
        s.put("transaction.state.log.min.isr", "1");
        s.put("transaction.state.log.num.partitions", "3");
        s.put("share.coordinator.state.topic.replication.factor", "1");
        s.put("share.coordinator.state.topic.min.isr", "1");
    }
}
