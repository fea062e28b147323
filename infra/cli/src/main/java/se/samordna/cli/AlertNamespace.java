package se.samordna.cli;

import java.util.Optional;
import java.util.UUID;
import se.samordna.local.StartupProblem;
import se.samordna.rules.Decide;

/** The secret that a deployment's alert ids are made with (rules.md, "alertId"): of the environment, never an argument. */
final class AlertNamespace {
    /** As Spring reads the same setting of the coordination app. */
    static final String VARIABLE = "SAMORDNA_COORDINATION_ALERTNAMESPACE";

    private AlertNamespace() {}

    /** @throws StartupProblem if what is set is no UUID; what it is, is not said */
    static UUID of(Optional<String> setting) {
        try {
            return setting.map(UUID::fromString).orElse(Decide.DEFAULT_NAMESPACE);
        } catch (IllegalArgumentException e) {
            throw new StartupProblem(VARIABLE + " is not a UUID.");
        }
    }

    static UUID ofEnvironment() {
        return of(Optional.ofNullable(System.getenv(VARIABLE)));
    }
}
