package se.samordna.workplace.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;
import se.samordna.workplace.act.AgencyEvents;
import se.samordna.workplace.act.On;
import se.samordna.workplace.act.Outcome;
import se.samordna.workplace.act.Settled;
import se.samordna.workplace.page.SendAgain;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Answer;

/** The police ask for the joint visit that their notice proposes, as an event of the police. */
@Controller
final class VisitController {
    private final Case.Finder cases;
    private final Visits visits;
    private final AgencyEvents events;
    private final Settled settled;

    VisitController(Case.Finder cases, Visits visits, AgencyEvents events, Settled settled) {
        this.cases = cases;
        this.visits = visits;
        this.events = events;
        this.settled = settled;
    }

    /** @param incident the id of the event that tells of it: one of those the page offered, never taken for true */
    @PostMapping("/alerts/{alertId}/visit")
    ModelAndView request(
            Caller caller,
            @PathVariable UUID alertId,
            @RequestParam(defaultValue = "") String incident,
            @RequestParam MultiValueMap<String, String> given) {
        Typed typed = Typed.of(given);
        if (typed.form().isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        String where = "/alerts/" + alertId + "/visit";
        return switch (cases.find(alertId)) {
            case Answer.NotReady<Case> _, Answer.Away<Case> _ -> SendAgain.page(where, given);
            case Answer<Case> answer ->
                Trouble.or(answer, Trouble.UNKNOWN_ALERT, found -> {
                    Optional<On> on = found.on(typed.municipality(), caller);
                    if (on.isEmpty() || !Visits.areAskedOf(caller, found.alert())) {
                        return Trouble.NOT_ALLOWED.page();
                    }
                    return visits.incidents(caller, found.alert())
                            .map(all -> all.stream()
                                    .filter(one -> one.eventId().equals(incident))
                                    .findFirst()
                                    .map(one -> request(caller, typed, on.get(), one, given))
                                    .orElseGet(Trouble.BAD_REQUEST::page))
                            .orElseGet(() -> SendAgain.page(where, given));
                });
        };
    }

    private ModelAndView request(
            Caller caller, Typed typed, On on, Visits.Incident incident, MultiValueMap<String, String> given) {
        if (!incident.requested().isEmpty()) {
            return AlertController.done(on.alertId(), typed, "visit");
        }
        On there = new On(on.alertId(), on.childId(), incident.municipality());
        UUID form = typed.form().orElseThrow();
        return switch (events.requestVisit(caller, form, there, incident.incidentId(), incident.ground())) {
            case Outcome.Taken(List<UUID> ids) -> {
                settled.holds(ids.getFirst(), on.childId());
                yield AlertController.done(on.alertId(), typed, "visit");
            }
            case Outcome.Away _ -> SendAgain.page("/alerts/" + on.alertId() + "/visit", given);
            case Outcome.Refused _ -> Trouble.FAILED.page();
        };
    }
}
