package se.samordna.coordination.running;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether a restart would help, for liveness: waiting for a broker is no reason to be restarted. */
@Component("streamsAlive")
final class StreamsAliveHealth implements HealthIndicator {

    private final CoordinationRuntime runtime;

    StreamsAliveHealth(CoordinationRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Health health() {
        return (runtime.condition().live() ? Health.up() : Health.down()).build();
    }
}
