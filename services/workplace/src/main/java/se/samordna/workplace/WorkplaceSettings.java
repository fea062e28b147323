package se.samordna.workplace;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set.
 *
 * @param targets where each of {@link Behind} answers, by its word; several addresses of one are tried in order
 * @param hosts host names a browser may use for this port; any other is someone else's page in front of ours
 * @param connect how long to wait for a connection
 * @param answer how long to wait for the beginning of an answer
 * @param whole how long an answer may take in all
 * @param greatestRequest the most bytes taken in a request's body
 * @param greatestAnswer the most bytes passed on of an answer's body
 * @param probe how long readiness waits for each of those behind
 */
@ConfigurationProperties("samordna")
public record WorkplaceSettings(
        @DefaultValue Map<String, List<URI>> targets,
        @DefaultValue({"localhost", "127.0.0.1", "[::1]"}) Set<String> hosts,
        @DefaultValue("2s") Duration connect,
        @DefaultValue("35s") Duration answer,
        @DefaultValue("60s") Duration whole,
        @DefaultValue("8MB") DataSize greatestRequest,
        @DefaultValue("64MB") DataSize greatestAnswer,
        @DefaultValue("2s") Duration probe) {

    /** Names every target that is not known here: a typing error must not start an app that can reach nothing. */
    public WorkplaceSettings {
        List<String> unknown = targets.keySet().stream()
                .filter(word -> Behind.of(word).isEmpty())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("samordna.targets names what is not behind this port: " + unknown);
        }
    }

    /** The addresses of one of those behind, in the order they are to be tried; none if it is not set. */
    public List<URI> of(Behind behind) {
        return targets.getOrDefault(behind.word(), List.of());
    }
}
