package se.samordna.indicators;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.samordna.streams.Engine;

/**
 * What can be set.
 *
 * @param bootstrap the brokers
 * @param registry the schema registry's Confluent API
 * @param dir the directory of this machine's data
 * @param instance tells instances apart; the same after a restart
 * @param host the name other instances reach this one by
 * @param indicators of this app alone
 */
@ConfigurationProperties("samordna")
public record IndicatorsSettings(
        @DefaultValue("127.0.0.1:19092") String bootstrap,

        @DefaultValue("http://127.0.0.1:18081/apis/ccompat/v7")
        String registry,

        @DefaultValue(".samordna") Path dir,
        @DefaultValue("0") String instance,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue Indicators indicators) {

    /**
     * Settings under {@code samordna.indicators}.
     *
     * @param threads stream threads
     * @param engine where state lies
     * @param cachedChildren how many children a task keeps decoded; with sixteen months of attendance some ten kilobytes each
     * @param nice how far the streams stand back where the cores are too few, 0 to 19 (ADR 0032)
     * @param silentAfter how long after its last event an agency's feed counts as silent
     * @param publishPlans whether the plans that come with Samordna are published where a municipality has none
     * @param kafka further settings of Kafka
     */
    public record Indicators(
            @DefaultValue("2") int threads,
            @DefaultValue("HEAP") Engine engine,
            @DefaultValue("8000") int cachedChildren,
            @DefaultValue("19") int nice,
            @DefaultValue("7d") Duration silentAfter,
            @DefaultValue("true") boolean publishPlans,
            @DefaultValue Map<String, String> kafka) {}
}
