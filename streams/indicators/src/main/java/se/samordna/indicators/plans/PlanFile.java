package se.samordna.indicators.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.yaml.Fault;
import se.samordna.streams.yaml.YamlText;

/**
 * Reads a plan file.
 *
 * <pre>
 * municipality: "1265"            kommunkod
 * name: …
 * version: 2                      may be left out: the next
 * validFrom: 2017-01-01           the first local day it holds
 * compared: true                  whether it takes part in comparisons that name it; may be left out: it does not
 * areas:
 *   - id: J4
 *     name: {sv: …, en: …}
 *     goals:                      one at least
 *       - {text: …, indicator: I08, direction: up|down|keep, target: 20, baseline: 10, period: month|quarter|year, owner: …}
 *     activities:
 *       - {name: {sv: …, en: …}, status: planned|ongoing|done|stopped, evidence: an event type, indicator or measure}
 * </pre>
 *
 * target and baseline, in the indicator's unit, may be left out. Two goals on one indicator do not go up and down. A measure
 * that shows an activity is one that a goal of the plan names. A plan begins within ten years. No anchors, no aliases: whoever reads the file sees what it says.
 */
public final class PlanFile {

    /** The plans that come with Samordna. */
    public static final List<String> BUILT_IN = List.of("ostersund", "sjobo", "boras");

    private PlanFile() {}

    /** What a plan file turned out to be. */
    public sealed interface Read {
        /**
         * It has none.
         *
         * @param plan its version is {@link PlanVersions#NO_NUMBER} where the file gives none
         * @param line where it says from when it holds
         */
        record Plan(PlanDefinition plan, int line) implements Read {}

        /**
         * It has mistakes.
         *
         * @param faults every one, by line
         */
        record Faulty(List<Fault> faults) implements Read {}
    }

    /**
     * What a plan is held against.
     *
     * @param published the versions there are of a municipality's plan, by kommunkod
     * @param today the local day it is
     */
    public record Standing(Function<String, PlanVersions> published, LocalDate today) {}

    /** Reads the text of a plan file by itself, held against nothing. */
    public static Read read(String file, String text) {
        var yaml = new YamlText(file);
        var reader = new PlanReader(yaml, Optional.empty());
        return said(yaml.read(text, reader::read), reader);
    }

    /**
     * Reads the bytes of a plan file and holds it against what is published.
     *
     * @param file its name, as faults name it
     */
    public static Read read(String file, byte[] bytes, Standing standing) {
        var yaml = new YamlText(file);
        var reader = new PlanReader(yaml, Optional.of(standing));
        return said(yaml.read(bytes, reader::read), reader);
    }

    private static Read said(YamlText.Read<PlanDefinition> read, PlanReader reader) {
        return switch (read) {
            case YamlText.Read.Right<PlanDefinition>(PlanDefinition plan) ->
                new Read.Plan(plan, reader.validFromLine());
            case YamlText.Read.Faulty<PlanDefinition>(List<Fault> faults) -> new Read.Faulty(faults);
        };
    }

    /** One of {@link #BUILT_IN}. */
    public static Read builtIn(String name) {
        String path = "/plans/" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(PlanFile.class.getResourceAsStream(path), path)) {
            return read(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " in our own jar", e);
        }
    }
}
