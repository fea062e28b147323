package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samordna.coordination.AlertForm;
import se.samordna.coordination.CoordinationSettings;
import se.samordna.coordination.Head;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.platform.Access;
import se.samordna.rules.Agency;
import se.samordna.rules.Child;
import se.samordna.rules.Rules;
import se.samordna.streams.Answer;
import se.samordna.streams.ChildLookup;
import se.samordna.streams.web.Problem;

/**
 * What every look-up of a child has in common: find it or pass the question on, log, then show.
 *
 * <p>An agency that has nothing of its own on the child is refused in the same words whether the child is known or not;
 * only the social services are told that a child is unknown.
 */
@Component
final class Desk {

    private final CoordinationRuntime runtime;
    private final CoordinationSettings settings;
    private final OtherInstance other;
    private final Clock wallClock;
    private final AlertForm form;

    Desk(
            CoordinationRuntime runtime,
            CoordinationSettings settings,
            OtherInstance other,
            Clock wallClock,
            Rules rules) {
        this.runtime = runtime;
        this.settings = settings;
        this.other = other;
        this.wallClock = wallClock;
        this.form = new AlertForm(rules);
    }

    /** A child found, {@code whole} with what is held of it under {@link AllIds}, from which copy, and for whom. */
    record Found(ChildLookup.Snapshot<Head> child, Child whole, Answer.ReadFrom from, Asker asker, AlertForm form) {

        /** The newer id of the child, for those who work on it under that; of a protected child nobody is told. */
        Optional<UUID> mergedInto() {
            Child known = child.kept().child();
            return known.kin()
                    .mergedInto()
                    .filter(_ -> asker.agency() == Agency.SOCIAL_SERVICES && !known.isProtected(child.now()));
        }

        /** What the asker sees of it. */
        Sight sight() {
            return Sight.of(this);
        }
    }

    /** What one kind of look-up shows. */
    interface Showing {

        /** The answer made of a child; empty if there is nothing in it that the asker may see. */
        Optional<Object> of(Found found);

        /** The answer where the store holds nothing of the child. */
        default Optional<Object> ofUnknown(Asker asker) {
            return Optional.empty();
        }

        /** Whether nothing found means that there is nothing. */
        default boolean certain() {
            return true;
        }
    }

    /**
     * Looks a child up and shows it once that has been logged.
     *
     * @param what a code for the access log; none: no content of the child is shown, and nothing logged
     * @param absent the answer to one who may know that there is nothing
     */
    ResponseEntity<Object> look(
            HttpServletRequest request, UUID child, Optional<String> what, Problem absent, Showing showing) {
        Look look = new Look(child, what, absent, showing);
        return switch (Asking.of(request)) {
            case Asking.Of(Asker asker) -> look(request, asker, look);
            case Asking.OfNobody(String purpose) ->
                logged(new Line("UNKNOWN", purpose, "DENIED"), look, Problems.noGround()::response);
            case Asking.Unreadable _ -> Problems.badRequest(Asker.PURPOSE).response();
        };
    }

    /** Answers an agency; whoever else asks is refused. */
    static ResponseEntity<Object> asAgency(HttpServletRequest request, Function<Asker, ResponseEntity<Object>> answer) {
        return switch (Asking.of(request)) {
            case Asking.Of(Asker asker) -> answer.apply(asker);
            case Asking.OfNobody _ -> Problems.noGround().response();
            case Asking.Unreadable _ -> Problems.badRequest(Asker.PURPOSE).response();
        };
    }

    /** What is looked for and how it is answered. */
    private record Look(UUID child, Optional<String> what, Problem absent, Showing showing) {}

    /** Of an entry in the access log, what is the same for all children looked at. */
    private record Line(String role, String purpose, String result) {

        static Line of(Asker asker, String result) {
            return new Line(asker.agency().name(), asker.purpose(), result);
        }
    }

    private ResponseEntity<Object> look(HttpServletRequest request, Asker asker, Look look) {
        Answer<ChildLookup.Snapshot<Head>> answer = runtime.children()
                .map(children -> children.ask(look.child, asker.forwarded()))
                .orElse(new Answer.NotReady<>(Duration.ofSeconds(1)));
        return switch (answer) {
            case Answer.Found<ChildLookup.Snapshot<Head>>(var snapshot, var from) -> {
                Found found = new Found(snapshot, AllIds.of(snapshot, asker, runtime), from, asker, form);
                yield answered(
                        asker, look, look.showing.of(found), () -> found.sight().holds());
            }
            case Answer.Absent<ChildLookup.Snapshot<Head>> _ ->
                answered(asker, look, look.showing.ofUnknown(asker), () -> false);
            case Answer.AskHost<ChildLookup.Snapshot<Head>>(HostInfo host) -> other.pass(request, asker, host);
            case Answer.NotReady<ChildLookup.Snapshot<Head>> _ ->
                Problems.notReady().response();
        };
    }

    /** @param ground whether the asker sees anything of the child; asked only where it is not shown what it asks for */
    private ResponseEntity<Object> answered(Asker asker, Look look, Optional<Object> body, BooleanSupplier ground) {
        if (body.isPresent()) {
            return logged(Line.of(asker, "GRANTED"), look, () -> ok(body.get()));
        }
        if (!look.showing.certain()) {
            return Problems.notReady().response();
        }
        return asker.mayKnowWhoIsUnknown() || ground.getAsBoolean()
                ? logged(Line.of(asker, "ABSENT"), look, look.absent::response)
                : logged(Line.of(asker, "DENIED"), look, Problems.noGround()::response);
    }

    private ResponseEntity<Object> logged(Line line, Look look, Supplier<ResponseEntity<Object>> answer) {
        return look.what.isEmpty() || written(line, look.what.get(), List.of(look.child))
                ? answer.get()
                : Problems.accessLogAway().response();
    }

    /** Whether it has been logged that the asker was shown something of these children. */
    boolean logged(Asker asker, Collection<UUID> children, String what) {
        return written(Line.of(asker, "GRANTED"), what, children);
    }

    private boolean written(Line line, String what, Collection<UUID> children) {
        Instant at = wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Without a sign-in all that is known of who asks is the machine and the role it takes.
        return runtime.accesses()
                .written(children.stream()
                        .distinct()
                        .map(child -> new Access("local", line.role, line.purpose, what, at, line.result, child))
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
