package se.samordna.workplace.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;
import se.samordna.events.Agency;
import se.samordna.workplace.act.Act;
import se.samordna.workplace.act.ActDesk;
import se.samordna.workplace.act.AgencyEvents;
import se.samordna.workplace.act.On;
import se.samordna.workplace.act.Outcome;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Acted;

/**
 * An alert's page and what is done on it.
 *
 * <pre>
 * form ─▶ read ─▶ alert as it is now ─▶ would it do anything? ─▶ sent ─▶ page that says what became of it
 *           │           │                    │                   │
 *           ▼           ▼                    ▼                   ▼
 *     the page, with  send again     the page: what the    send again, the
 *     what is wrong   (503)          other did (409)       same act (503)
 * </pre>
 */
@Controller
final class AlertController {
    private final Case.Finder cases;
    private final AlertView views;
    private final ActDesk desk;
    private final AgencyEvents events;
    private final AlertForms forms;
    private final Clock clock;

    AlertController(
            Case.Finder cases,
            AlertView views,
            ActDesk desk,
            AgencyEvents events,
            AlertForms forms,
            @Qualifier("intakeClock") Clock clock) {
        this.cases = cases;
        this.views = views;
        this.desk = desk;
        this.events = events;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param municipality whose inbox it was found in, for a notice, which names none
     * @param done the id of what has just been done from it
     * @param seen how the alert stood when an open page was shown, which asks what has changed
     */
    @GetMapping("/alerts/{alertId}")
    ModelAndView alert(
            Caller caller,
            @PathVariable UUID alertId,
            @RequestParam(defaultValue = "") String municipality,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String seen) {
        return Trouble.or(cases.find(alertId), Trouble.UNKNOWN_ALERT, found -> {
            if (found.on(municipality, caller).isEmpty()) {
                return Trouble.NOT_ALLOWED.page();
            }
            String from = municipality.matches("[0-9]{4}") ? municipality : "";
            ModelAndView view = views.of(caller, found, Typed.fresh(from), HttpStatus.OK);
            views.done(view, found, done);
            views.changed(view, found, seen);
            return view;
        });
    }

    @PostMapping("/alerts/{alertId}/acts")
    ModelAndView act(Caller caller, @PathVariable UUID alertId, @RequestParam MultiValueMap<String, String> given) {
        Typed typed = Typed.of(given);
        if (typed.form().isEmpty() || caller.agency().isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        UUID form = typed.form().get();
        return forms.found(alertId, "acts", given, found -> switch (typed.wanted(today(found))) {
            case Typed.Wanted.Faulty(String field) ->
                views.of(caller, found, typed, HttpStatus.BAD_REQUEST).addObject("fault", field);
            case Typed.Wanted.One(Act act) -> {
                UUID id = act.id(form, alertId);
                Optional<String> inTheWay = found.inTheWay(act);
                if (found.acted(id).isPresent()) {
                    yield AlertForms.done(alertId, typed, id);
                }
                if (inTheWay.isPresent()) {
                    // Nothing typed is lost; sent once more it is an act of its own.
                    yield views.of(caller, found, typed.anew(), HttpStatus.CONFLICT)
                            .addObject("inTheWay", inTheWay.get());
                }
                yield send(caller, found, typed, form, act, given);
            }
        });
    }

    private ModelAndView send(
            Caller caller, Case found, Typed typed, UUID form, Act act, MultiValueMap<String, String> given) {
        Optional<On> on = found.on(typed.municipality(), caller);
        if (on.isEmpty()) {
            return Trouble.NOT_ALLOWED.page();
        }
        Outcome outcome = desk.take(caller, form, act, List.of(on.get()));
        return forms.sent(outcome, on.get(), typed, id -> id, "acts", given);
    }

    /** Takes an act of the caller's agency back. */
    @PostMapping("/alerts/{alertId}/undo")
    ModelAndView undo(
            Caller caller,
            @PathVariable UUID alertId,
            @RequestParam(defaultValue = "") String event,
            @RequestParam MultiValueMap<String, String> given) {
        Typed typed = Typed.of(given);
        return forms.found(alertId, "undo", given, found -> {
            Optional<Acted> act = found.history().actions().stream()
                    .filter(one -> one.eventId().equals(event))
                    .filter(one -> caller.agency().map(Agency::name).equals(Optional.of(one.agency())))
                    .findFirst();
            Optional<On> on = found.on(typed.municipality(), caller);
            if (act.isEmpty() || on.isEmpty()) {
                // Taken back already, by this form or someone else's: the page shows how it stands.
                return AlertForms.done(alertId, typed, "undone");
            }
            AgencyEvents.Done done =
                    new AgencyEvents.Done(UUID.fromString(act.get().eventId()), on.get());
            return forms.sent(events.undo(caller, List.of(done)), on.get(), typed, _ -> "undone", "undo", given);
        });
    }

    private LocalDate today(Case found) {
        Instant now = found.freshness().asOf().orElseGet(clock::instant);
        return now.atZone(Moments.ZONE).toLocalDate();
    }
}
