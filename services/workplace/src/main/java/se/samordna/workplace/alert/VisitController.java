package se.samordna.workplace.alert;

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
import se.samordna.workplace.page.Trouble;

/** The police ask for the joint visit that their notice proposes, as an event of the police. */
@Controller
final class VisitController {
    private static final String WAY = "visit";

    private final AlertForms forms;
    private final Visits visits;
    private final AgencyEvents events;

    VisitController(AlertForms forms, Visits visits, AgencyEvents events) {
        this.forms = forms;
        this.visits = visits;
        this.events = events;
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
        return forms.found(alertId, WAY, given, found -> {
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
                    .orElseGet(() -> AlertForms.again(alertId, WAY, given));
        });
    }

    private ModelAndView request(
            Caller caller, Typed typed, On on, Visits.Incident incident, MultiValueMap<String, String> given) {
        if (!incident.requested().isEmpty()) {
            return AlertForms.done(on.alertId(), typed, WAY);
        }
        On there = new On(on.alertId(), on.childId(), incident.municipality());
        UUID form = typed.form().orElseThrow();
        Outcome outcome = events.requestVisit(caller, form, there, incident.incidentId(), incident.ground());
        return forms.sent(outcome, on, typed, _ -> WAY, WAY, given);
    }
}
