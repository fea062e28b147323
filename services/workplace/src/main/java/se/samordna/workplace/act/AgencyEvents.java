package se.samordna.workplace.act;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;
import se.samordna.events.Agency;
import se.samordna.workplace.Behind;
import se.samordna.workplace.WorkplaceSettings;
import se.samordna.workplace.query.Credentials;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of the caller's own agency that a page gives rise to, through that agency's own intake: an act taken back, a SIP
 * proposed, a joint visit asked for.
 */
@Component
public final class AgencyEvents {
    private static final Logger LOG = LoggerFactory.getLogger(AgencyEvents.class);
    /** Those that need nothing beside them, as a consent would. */
    private static final Set<String> GROUNDS_OF_POLICE =
            Set.of("REPORT_DUTY", "INVESTIGATION_DUTY", "CHILD_CARE_NEED", "CRIME_PREVENTION");

    private static final int CONFLICT = 409;
    private static final int AWAY = 503;

    private final HttpClient client;
    private final WorkplaceSettings settings;
    private final Credentials credentials;
    private final JsonMapper json;
    private final Clock clock;

    AgencyEvents(
            HttpClient client,
            WorkplaceSettings settings,
            Credentials credentials,
            JsonMapper json,
            @Qualifier("intakeClock") Clock clock) {
        this.client = client;
        this.settings = settings;
        this.credentials = credentials;
        this.json = json;
        this.clock = clock;
    }

    /** An act and the alert it was on. */
    public record Done(UUID eventId, On on) {

        /** The id of its taking back: the same however often it is asked for. */
        UUID undoing() {
            return Act.nameBased(eventId, "undo");
        }
    }

    /**
     * Takes acts back, so that they never were (rules.md, Retracted).
     *
     * @param acts of the caller's agency
     */
    public Outcome undo(Caller caller, List<Done> acts) {
        List<ObjectNode> lines = acts.stream()
                .map(done -> line(caller, done.on(), "Retracted", done.undoing())
                        .put("retracts", done.eventId().toString())
                        .put("reason", "UNDONE"))
                .toList();
        List<UUID> ids = acts.stream().map(Done::undoing).toList();
        int status = post(caller, lines);
        if (status != CONFLICT || acts.size() == 1) {
            return outcome(status, ids);
        }
        // All or nothing, and some of them were taken back before: those that were not, one by one.
        return acts.stream()
                .map(one -> undo(caller, List.of(one)))
                .filter(outcome -> !(outcome instanceof Outcome.Taken))
                .findFirst()
                .orElseGet(() -> new Outcome.Taken(ids));
    }

    /** Proposes a coordinated individual plan for the child of an alert. */
    public Outcome proposeSip(Caller caller, UUID form, On on) {
        UUID id = Act.nameBased(form, on.alertId() + "|SipProposed");
        return outcome(post(caller, List.of(line(caller, on, "SipProposed", id))), List.of(id));
    }

    /**
     * Asks for a visit made together, after an incident of the police's own.
     *
     * @param ground on which the police told of the incident: of the same facts on the same ground
     */
    public Outcome requestVisit(Caller caller, UUID form, On on, String incidentId, String ground) {
        UUID id = Act.nameBased(form, on.alertId() + "|JointVisitRequested|" + incidentId);
        ObjectNode line = line(caller, on, "JointVisitRequested", id).put("incidentId", incidentId);
        if (GROUNDS_OF_POLICE.contains(ground)) {
            line.put("ground", ground);
        }
        return outcome(post(caller, List.of(line)), List.of(id));
    }

    private ObjectNode line(Caller caller, On on, String type, UUID eventId) {
        return ActDesk.header(json, caller, on, type, eventId, clock.instant());
    }

    private static Outcome outcome(int status, List<UUID> ids) {
        return switch (status) {
            // The ids are made of what is done: a known one is the same, sent before.
            case 202, CONFLICT -> new Outcome.Taken(ids);
            case AWAY -> new Outcome.Away();
            default -> {
                LOG.atWarn().addKeyValue("status", status).log("an event of a page was refused");
                yield new Outcome.Refused();
            }
        };
    }

    private int post(Caller caller, List<ObjectNode> lines) {
        Behind behind = intake(ActDesk.agency(caller));
        String body = json.writeValueAsString(lines);
        int status = AWAY;
        for (URI target : settings.of(behind)) {
            status = post(target.resolve("/api/" + behind.word() + "/v1/events"), body);
            if (status != AWAY) {
                return status;
            }
        }
        return status;
    }

    private int post(URI where, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(where)
                .timeout(settings.answer())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        credentials.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            LOG.atWarn().addKeyValue("cause", away.getClass().getSimpleName()).log("an intake did not answer");
            return AWAY;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return AWAY;
        }
    }

    private static Behind intake(Agency agency) {
        return switch (agency) {
            case SOCIAL_SERVICES -> Behind.SOCIAL_SERVICES;
            case SCHOOL -> Behind.SCHOOLS;
            case REGION -> Behind.REGION;
            case POLICE -> Behind.POLICE;
            case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is no agency");
        };
    }
}
