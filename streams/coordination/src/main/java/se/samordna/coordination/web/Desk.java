package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samordna.coordination.CoordinationSettings;
import se.samordna.coordination.Head;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.platform.Access;
import se.samordna.streams.Answer;
import se.samordna.streams.ChildLookup;

/** What every look-up of a child has in common: find it or pass the question on, log, then show. */
@Component
final class Desk {

    private final CoordinationRuntime runtime;
    private final CoordinationSettings settings;
    private final OtherInstance other;
    private final Clock wallClock;

    Desk(CoordinationRuntime runtime, CoordinationSettings settings, OtherInstance other, Clock wallClock) {
        this.runtime = runtime;
        this.settings = settings;
        this.other = other;
        this.wallClock = wallClock;
    }

    /** A child found, and from which copy. */
    record Found(ChildLookup.Snapshot<Head> child, Answer.ReadFrom from) {}

    /** Makes the answer of what was found; empty if there is nothing in it that the asker may see. */
    interface Showing {
        Optional<Object> of(Found found, Asker asker);
    }

    /**
     * Looks a child up and shows it once that has been logged.
     *
     * @param what a code for the access log; none: no content of the child is shown, and nothing logged
     * @param absent the answer where there is nothing
     */
    ResponseEntity<Object> look(
            HttpServletRequest request, UUID child, Optional<String> what, Problem absent, Showing showing) {
        Optional<Asker> asker = Asker.of(request);
        if (asker.isEmpty()) {
            return Problem.badRequest("as, or X-Purpose").response();
        }
        Answer<ChildLookup.Snapshot<Head>> answer = runtime.children()
                .map(children -> children.ask(child, asker.get().forwarded()))
                .orElse(new Answer.NotReady<>(java.time.Duration.ofSeconds(1)));
        return switch (answer) {
            case Answer.Found<ChildLookup.Snapshot<Head>>(var snapshot, var from) ->
                shown(asker.get(), child, what, absent, showing.of(new Found(snapshot, from), asker.get()));
            case Answer.Absent<ChildLookup.Snapshot<Head>> _ ->
                shown(asker.get(), child, what, absent, Optional.empty());
            case Answer.AskHost<ChildLookup.Snapshot<Head>>(HostInfo host) -> other.pass(request, asker.get(), host);
            case Answer.NotReady<ChildLookup.Snapshot<Head>> _ ->
                Problem.notReady().response();
        };
    }

    private ResponseEntity<Object> shown(
            Asker asker, UUID child, Optional<String> what, Problem absent, Optional<Object> body) {
        String result = body.isPresent() ? "GRANTED" : "ABSENT";
        if (what.isPresent() && !logged(asker, List.of(child), what.get(), result)) {
            return Problem.accessLogAway().response();
        }
        return body.<ResponseEntity<Object>>map(Desk::ok).orElseGet(absent::response);
    }

    /** Whether it has been logged that the asker looked at these children. */
    boolean logged(Asker asker, Collection<UUID> children, String what, String result) {
        Instant at = wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Without a sign-in all that is known of who asks is the machine and the role it takes.
        return runtime.accesses()
                .written(children.stream()
                        .distinct()
                        .map(child ->
                                new Access("local", asker.agency().name(), asker.purpose(), what, at, result, child))
                        .toList());
    }

    List<FeedIndex.Source> sources(String municipality, Instant now) {
        return runtime.readModel()
                .feeds()
                .of(municipality, now, settings.coordination().silentAfter());
    }

    CoordinationRuntime runtime() {
        return runtime;
    }

    static ResponseEntity<Object> ok(Object body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
