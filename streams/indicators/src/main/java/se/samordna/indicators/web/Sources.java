package se.samordna.indicators.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samordna.indicators.IndicatorsSettings;
import se.samordna.indicators.running.Freshness;
import se.samordna.indicators.running.IndicatorsRuntime;
import se.samordna.platform.Feed;

/** How fresh the agencies' feeds are, to the instant; each answer tells of it what those it is for may know. */
@Component
final class Sources {

    private final IndicatorsRuntime runtime;
    private final IndicatorsSettings settings;

    Sources(IndicatorsRuntime runtime, IndicatorsSettings settings) {
        this.runtime = runtime;
        this.settings = settings;
    }

    /** @param area a municipality, a county, or "" for all */
    List<Freshness.Source> of(String area, Optional<Instant> asOf) {
        Collection<Feed> feeds =
                runtime.feeds().all().map(java.util.Map::values).orElse(List.of());
        return Freshness.of(
                feeds,
                municipality -> municipality.startsWith(area),
                asOf,
                settings.indicators().silentAfter());
    }
}
