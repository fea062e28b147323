package se.samordna.workplace.act;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import se.samordna.access.Bearer;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.events.Agency;
import se.samordna.kit.intake.Mode;
import se.samordna.kit.web.Answer;
import se.samordna.kit.web.IntakeDesk;
import se.samordna.kit.web.Permit;
import se.samordna.kit.web.PostedFault;
import se.samordna.workplace.query.Credentials;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends what people do with alerts to Kafka, by the intake that takes the actions of other systems. All of a form or
 * nothing. An act is of the moment it is sent at: of two people the one who was first is first, however long the other's
 * page had been open.
 */
@Component
public final class ActDesk {
    /** No person is named in a record: who acted is the access log's to know (ADR 0011). */
    public static final String SOURCE = "urn:samordna:workplace";

    private static final Logger LOG = LoggerFactory.getLogger(ActDesk.class);

    private final IntakeDesk intake;
    private final Credentials credentials;
    private final JsonMapper json;
    private final Clock clock;

    ActDesk(IntakeDesk intake, Credentials credentials, JsonMapper json, @Qualifier("intakeClock") Clock clock) {
        this.intake = intake;
        this.credentials = credentials;
        this.json = json;
        this.clock = clock;
    }

    /** @param alerts each of which the caller may act on */
    public Outcome take(Caller caller, UUID form, Act act, List<On> alerts) {
        List<UUID> all = alerts.stream().map(on -> act.id(form, on.alertId())).toList();
        return send(alerts.stream().map(on -> line(caller, form, act, on)).toList(), all, permit(caller));
    }

    /** As whom the page is signed in: the intake judges by the same token as it does of other systems. */
    private Permit permit(Caller caller) {
        Bearer bearer = credentials
                .token()
                .map(Bearer::new)
                .orElseThrow(() -> new IllegalStateException("only someone signed in acts"));
        return new Permit(new Presence.SignedIn(caller, bearer));
    }

    /** What a form has already brought is not sent again; the rest of it is. */
    private Outcome send(List<ObjectNode> lines, List<UUID> all, Permit permit) {
        if (lines.isEmpty()) {
            return new Outcome.Taken(all);
        }
        byte[] body = json.writeValueAsString(lines).getBytes(StandardCharsets.UTF_8);
        return switch (intake.take(body, Mode.actions(clock), permit)) {
            case Answer.Accepted _ -> new Outcome.Taken(all);
            case Answer.Conflicting(List<PostedFault> faults) -> {
                Set<Integer> taken = faults.stream()
                        .map(PostedFault::index)
                        .flatMapToInt(OptionalInt::stream)
                        .boxed()
                        .collect(Collectors.toSet());
                yield taken.isEmpty()
                        ? new Outcome.Refused()
                        : send(
                                IntStream.range(0, lines.size())
                                        .filter(i -> !taken.contains(i))
                                        .mapToObj(lines::get)
                                        .toList(),
                                all,
                                permit);
            }
            case Answer.Away _ -> new Outcome.Away();
            case Answer.Invalid(List<PostedFault> faults) -> {
                LOG.atError().addKeyValue("faults", faults).log("an act of a page was refused");
                yield new Outcome.Refused();
            }
            case Answer.Forbidden(List<PostedFault> faults) -> {
                LOG.atWarn().addKeyValue("faults", faults).log("an act of a page was another's to send");
                yield new Outcome.Refused();
            }
            case Answer.TooLarge _, Answer.TooMany _ -> new Outcome.Refused();
        };
    }

    private ObjectNode line(Caller caller, UUID form, Act act, On on) {
        ObjectNode line = header(json, caller, on, act.type(), act.id(form, on.alertId()), clock.instant());
        line.put("alertId", on.alertId().toString());
        act.body().forEach(line::put);
        return line;
    }

    static ObjectNode header(JsonMapper json, Caller caller, On on, String type, UUID eventId, Instant at) {
        return json.createObjectNode()
                .put("type", type)
                .put("eventId", eventId.toString())
                .put("childId", on.childId().toString())
                .put("municipality", on.municipality())
                .put("agency", agency(caller).name())
                .put("source", SOURCE)
                .put("occurredAt", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("ground", "OWN");
    }

    /** @throws IllegalArgumentException of someone who is of no agency, whom no page lets so far */
    static Agency agency(Caller caller) {
        return caller.agency().orElseThrow(() -> new IllegalArgumentException("only someone of an agency acts"));
    }
}
