package se.samordna.e2e;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
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
    private static final Path IMAGES = Path.of("../containers/images");
    private static final Logger LOG = LoggerFactory.getLogger(ContainersCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return missing()
                .map(reason -> skip(context, reason))
                .orElseGet(() -> ConditionEvaluationResult.enabled("engine and images are there"));
    }

    private static ConditionEvaluationResult skip(ExtensionContext context, String reason) {
        LOG.warn("######## SKIPPED {}: {}. To run it: infra/containers/engine start", context.getDisplayName(), reason);
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
        if (!List.of(Cluster.IMAGE, RegistryContainer.IMAGE).stream().allMatch(ContainersCondition::held)) {
            return build();
        }
        return Optional.empty();
    }

    /** Makes the images, a minute's work where none of them is there; empty if they are there now. */
    private static Optional<String> build() {
        LOG.warn("building the images of the container test (once)");
        try {
            Process images = new ProcessBuilder(IMAGES.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target/images.log").toFile())
                    .start();
            return images.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("the images could not be built (infra/e2e/target/images.log)");
        } catch (IOException e) {
            return Optional.of("the images could not be built: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while the images were being built");
        }
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
