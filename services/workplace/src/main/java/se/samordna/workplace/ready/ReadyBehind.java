package se.samordna.workplace.ready;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import se.samordna.workplace.Behind;
import se.samordna.workplace.WorkplaceSettings;

/**
 * One component per service behind this port. All are asked at the same moment, so one that hangs costs its own
 * timeout and not everyone's sum. Of several instances every one must be ready.
 */
@Component("behind")
final class ReadyBehind implements CompositeHealthContributor {
    private static final String READINESS = "/actuator/health/readiness";

    private final HttpClient client;
    private final WorkplaceSettings settings;

    ReadyBehind(HttpClient client, WorkplaceSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public HealthContributor getContributor(String name) {
        CompletableFuture<Health> asked = Behind.of(name)
                .map(this::ask)
                .orElseGet(
                        () -> CompletableFuture.completedFuture(Health.unknown().build()));
        return (HealthIndicator) asked::join;
    }

    @Override
    public Stream<HealthContributors.Entry> stream() {
        List<HealthContributors.Entry> all = Arrays.stream(Behind.values())
                .map(one -> new HealthContributors.Entry(one.word(), getContributor(one.word())))
                .toList();
        return all.stream();
    }

    private CompletableFuture<Health> ask(Behind behind) {
        List<CompletableFuture<Boolean>> each =
                settings.of(behind).stream().map(this::ready).toList();
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
                .thenApply(all -> !each.isEmpty() && each.stream().allMatch(CompletableFuture::join)
                        ? Health.up().build()
                        : Health.outOfService().build());
    }

    private CompletableFuture<Boolean> ready(URI target) {
        HttpRequest probe = HttpRequest.newBuilder(target.resolve(READINESS))
                .timeout(settings.probe())
                .build();
        return client.sendAsync(probe, BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() == 200)
                .exceptionally(away -> false);
    }
}
