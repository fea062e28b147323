package se.samordna.indicators.running;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the streams run, for readiness. */
@Component("streams")
final class StreamsHealth implements HealthIndicator {

    private final IndicatorsRuntime runtime;

    StreamsHealth(IndicatorsRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Health health() {
        var condition = runtime.condition();
        var health = (condition.ready() ? Health.up() : Health.outOfService()).withDetail("phase", condition.phase());
        condition.because().ifPresent(why -> health.withDetail("because", why));
        return health.build();
    }
}
