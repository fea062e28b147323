package se.samordna.coordination;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.samordna.coordination.settings.RulesFaulty;
import se.samordna.coordination.settings.RulesInForce;
import se.samordna.rules.Rules;
import se.samordna.streams.Engine;
import se.samordna.streams.StreamsSettings;

/**
 * What can be set of the coordination app.
 *
 * @param bootstrap the brokers
 * @param registry the schema registry's Confluent API
 * @param dir the directory of this machine's data
 * @param rules the file of the rules' settings; blank: the default ones
 * @param instance tells instances apart; the same after a restart
 * @param host where other instances reach this one
 */
@ConfigurationProperties("samordna")
public record CoordinationSettings(
        @DefaultValue("127.0.0.1:19092") String bootstrap,

        @DefaultValue("http://127.0.0.1:18081/apis/ccompat/v7")
        String registry,

        @DefaultValue(".samordna") Path dir,
        @DefaultValue("") String rules,
        @DefaultValue("0") String instance,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue Own coordination) {

    /**
     * What is of this app alone.
     *
     * @param alertNamespace of the alert ids; a deployment's own is secret
     * @param threads stream threads
     * @param engine where children lie
     * @param cachedChildren kept decoded by each task
     * @param silentAfter how long a feed may say nothing before it counts as silent
     * @param kafka further settings of Kafka Streams
     */
    public record Own(
            @DefaultValue("ea4a326d-515e-5894-9cac-74b637de25a8")
            UUID alertNamespace,

            @DefaultValue("2") int threads,
            @DefaultValue("HEAP") Engine engine,
            @DefaultValue("20000") int cachedChildren,
            @DefaultValue("P7D") Duration silentAfter,
            @DefaultValue Map<String, String> kafka) {}

    /**
     * The rules with the settings of that file.
     *
     * @throws RulesFaulty if it has mistakes
     */
    Rules rulesInForce() {
        return RulesInForce.of(
                Optional.of(rules).filter(file -> !file.isBlank()).map(Path::of));
    }

    /** As Kafka Streams needs them, with this instance's own port. */
    public StreamsSettings streams(int port) {
        return new StreamsSettings(
                CoordinationTopology.APPLICATION,
                bootstrap,
                dir.resolve("state").resolve(CoordinationTopology.APPLICATION).resolve(instance),
                CoordinationTopology.APPLICATION + "-" + instance,
                Optional.of(new HostInfo(host, port)),
                coordination.threads(),
                coordination.engine(),
                coordination.cachedChildren(),
                coordination.kafka());
    }
}
