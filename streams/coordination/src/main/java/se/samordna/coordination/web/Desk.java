package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samordna.access.Area;
import se.samordna.access.Caller;
import se.samordna.access.Role;
import se.samordna.coordination.AlertForm;
import se.samordna.coordination.CoordinationSettings;
import se.samordna.coordination.Head;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.rules.Agency;
import se.samordna.rules.Child;
import se.samordna.rules.Rules;
import se.samordna.streams.Answer;
import se.samordna.streams.ChildLookup;
import se.samordna.streams.web.Problem;

/**
 * What every look-up of a child has in common: find it or pass the question on, log, then show.
 *
 * <p>An agency that has nothing of its own on the child is refused in the same words and {@link Evenly}, whether the child is
 * known or not; only the social services are told that a child is unknown.
 */
@Component
final class Desk {

    private final CoordinationRuntime runtime;
    private final CoordinationSettings settings;
    private final OtherInstance other;
    private final LookLog log;
    private final AlertForm form;

    Desk(CoordinationRuntime runtime, CoordinationSettings settings, OtherInstance other, LookLog log, Rules rules) {
        this.runtime = runtime;
        this.settings = settings;
        this.other = other;
        this.log = log;
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
            return Sight.of(this, asker);
        }

        /** What there is of it for the asker. */
        Ground ground() {
            if (sight().holds()) {
                return Ground.HERE;
            }
            return asker.isBound() && Sight.of(this, asker.everywhere()).holds() ? Ground.ELSEWHERE : Ground.NONE;
        }
    }

    /** Whether an agency has ground to look at a child: where the asker works, only in other municipalities, or not. */
    enum Ground {
        HERE,
        ELSEWHERE,
        NONE
    }

    /**
     * Looks a child up and shows it once that has been logged.
     *
     * @param what a code for the access log; none: no content of the child is shown, and nothing logged
     * @param absent the answer to one who may know that there is nothing
     */
    ResponseEntity<Object> look(
            HttpServletRequest request, UUID child, Optional<String> what, Problem absent, Showing showing) {
        Look look = new Look(child, what, absent, showing, Evenly.begin());
        return switch (Asking.of(request, showing::isFor)) {
            case Asking.Of(Asker asker) -> look(request, asker, look);
            case Asking.OfNobody(String purpose) ->
                logged(LookLog.Line.ofNobody(purpose), look, Problems.noGround()::response);
            case Asking.OfAnotherRole(Caller caller, String purpose) ->
                logged(LookLog.Line.denied(caller, purpose), look, Problems.otherRole()::response);
            case Asking.OfAnotherAgency(Caller caller, String purpose) ->
                logged(LookLog.Line.denied(caller, purpose), look, Problems.otherAgency()::response);
            case Asking.Unreadable _ -> Problems.badRequest(Asker.PURPOSE).response();
        };
    }

    /**
     * Answers those of an agency who meet children; whoever else asks is refused, and that is logged.
     *
     * @param what a code for the access log
     */
    ResponseEntity<Object> asAgency(
            HttpServletRequest request, String what, Function<Asker, ResponseEntity<Object>> answer) {
        return switch (Asking.of(request, Role::meetsChildren)) {
            case Asking.Of(Asker asker) -> answer.apply(asker);
            case Asking.OfNobody(String purpose) ->
                log.refused(LookLog.Line.ofNobody(purpose), what, Problems.noGround());
            case Asking.OfAnotherRole(Caller caller, String purpose) ->
                log.refused(LookLog.Line.denied(caller, purpose), what, Problems.otherRole());
            case Asking.OfAnotherAgency(Caller caller, String purpose) ->
                log.refused(LookLog.Line.denied(caller, purpose), what, Problems.otherAgency());
            case Asking.Unreadable _ -> Problems.badRequest(Asker.PURPOSE).response();
        };
    }

    /** What is looked for and how it is answered. */
    private record Look(UUID child, Optional<String> what, Problem absent, Showing showing, Evenly evenly) {

        /** A service asks of each event that it takes in: it is told of its own alone, nothing is logged, and it cannot wait. */
        boolean isOfAService() {
            return what.isEmpty();
        }
    }

    private ResponseEntity<Object> look(HttpServletRequest request, Asker asker, Look look) {
        Answer<ChildLookup.Snapshot<Head>> answer = runtime.children()
                .map(children -> children.ask(look.child, asker.forwarded()))
                .orElse(new Answer.NotReady<>(Duration.ofSeconds(1)));
        return switch (answer) {
            case Answer.Found<ChildLookup.Snapshot<Head>>(var snapshot, var from) -> {
                Found found = new Found(snapshot, AllIds.of(snapshot, asker, runtime), from, asker, form);
                yield answered(asker, look, look.showing.of(found), found::ground);
            }
            case Answer.Absent<ChildLookup.Snapshot<Head>> _ ->
                answered(asker, look, look.showing.ofUnknown(asker), () -> Ground.NONE);
            case Answer.AskHost<ChildLookup.Snapshot<Head>>(HostInfo host) -> other.pass(request, asker, host);
            case Answer.NotReady<ChildLookup.Snapshot<Head>> _ ->
                Problems.notReady().response();
        };
    }

    /** @param ground what there is of the child for the asker; asked only where it is not shown what it asks for */
    private ResponseEntity<Object> answered(Asker asker, Look look, Optional<Object> body, Supplier<Ground> ground) {
        if (body.isPresent()) {
            return logged(LookLog.Line.of(asker, "GRANTED"), look, () -> ok(body.get()));
        }
        if (!look.showing.certain()) {
            return Problems.notReady().response();
        }
        return switch (ground.get()) {
            case HERE -> logged(LookLog.Line.of(asker, "ABSENT"), look, look.absent::response);
            case ELSEWHERE -> logged(LookLog.Line.of(asker, "DENIED"), look, () -> nothing(asker, look));
            case NONE ->
                logged(
                        LookLog.Line.of(asker, asker.mayKnowWhoIsUnknown() ? "ABSENT" : "DENIED"),
                        look,
                        () -> nothing(asker, look));
        };
    }

    /** The same answer, as soon, whether nothing is held or nothing that is the asker's. */
    private static ResponseEntity<Object> nothing(Asker asker, Look look) {
        if (!look.isOfAService()) {
            look.evenly.await();
        }
        return (asker.mayKnowWhoIsUnknown() ? look.absent : Problems.noGround()).response();
    }

    private ResponseEntity<Object> logged(LookLog.Line line, Look look, Supplier<ResponseEntity<Object>> answer) {
        return look.isOfAService() || log.written(line, look.what.orElseThrow(), List.of(look.child))
                ? answer.get()
                : Problems.accessLogAway().response();
    }

    /**
     * When each agency in a municipality was last heard, as the asker may be told it: of their own authority to the
     * millisecond, of others to the day.
     */
    List<FeedIndex.Source> sources(Asker asker, String municipality, Instant now) {
        return runtime
                .readModel()
                .feeds()
                .of(municipality, now, settings.coordination().silentAfter())
                .stream()
                .map(source -> asker.isOf(source.agency(), municipality) ? source : source.byDay())
                .toList();
    }

    /** The same in each municipality of an area; which it is, is said where there are several. */
    List<SourceLine> sources(Asker asker, Area area, Instant now) {
        return area.municipalities().stream()
                .flatMap(place -> sources(asker, place.code(), now).stream()
                        .map(source -> new SourceLine(area.county().map(_ -> place.code()), source)))
                .toList();
    }

    CoordinationRuntime runtime() {
        return runtime;
    }

    LookLog log() {
        return log;
    }

    static ResponseEntity<Object> ok(Object body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
