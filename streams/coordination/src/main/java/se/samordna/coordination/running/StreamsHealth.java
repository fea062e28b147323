package se.samordna.coordination.running;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import se.samordna.streams.Condition;

/** Whether children and alerts can be looked up, for readiness. */
@Component("streams")
final class StreamsHealth implements HealthIndicator {

    private final CoordinationRuntime runtime;

    StreamsHealth(CoordinationRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Health health() {
        Condition condition = runtime.condition();
        boolean whole = runtime.readModel().whole();
        var health = (condition.ready() && whole ? Health.up() : Health.outOfService())
                .withDetail("phase", condition.phase())
                .withDetail("alertsRead", whole);
        condition.because().ifPresent(why -> health.withDetail("because", why));
        return health.build();
    }
}
