package se.samordna.e2e;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

final class ContainersCondition implements ExecutionCondition {
    private static final Logger LOG = LoggerFactory.getLogger(ContainersCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return missing()
                .map(reason -> skip(context, reason))
                .orElseGet(() -> ConditionEvaluationResult.enabled("engine and images are there"));
    }

    private static ConditionEvaluationResult skip(ExtensionContext context, String reason) {
        LOG.warn(
                "######## SKIPPED {}: {}. To run it: infra/containers/engine start && infra/containers/images",
                context.getDisplayName(),
                reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    private static Optional<String> missing() {
        // Asked first because Testcontainers takes long, and logs much, to find that there is nothing.
        if (System.getenv("DOCKER_HOST") == null && !Files.exists(Path.of("/var/run/docker.sock"))) {
            return Optional.of("no Docker engine on this machine");
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no Docker engine answers");
        }
        return List.of(Cluster.IMAGE, RegistryContainer.IMAGE).stream()
                .filter(image -> !held(image))
                .findFirst()
                .map(image -> "the engine holds no image " + image);
    }

    private static boolean held(String image) {
        try {
            return DockerClientFactory.instance()
                            .client()
                            .inspectImageCmd(image)
                            .exec()
                            .getId()
                    != null;
        } catch (NotFoundException _) {
            return false;
        }
    }
}
