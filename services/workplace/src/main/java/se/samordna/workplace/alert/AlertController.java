package se.samordna.workplace.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import se.samordna.workplace.act.Settled;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.SendAgain;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Acted;
import se.samordna.workplace.query.Answer;

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
    private final Settled settled;
    private final Clock clock;

    AlertController(
            Case.Finder cases,
            AlertView views,
            ActDesk desk,
            AgencyEvents events,
            Settled settled,
            @Qualifier("intakeClock") Clock clock) {
        this.cases = cases;
        this.views = views;
        this.desk = desk;
        this.events = events;
        this.settled = settled;
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
        return found(alertId, "/alerts/" + alertId + "/acts", given, found -> switch (typed.wanted(today(found))) {
            case Typed.Wanted.Faulty(String field) ->
                views.of(caller, found, typed, HttpStatus.BAD_REQUEST).addObject("fault", field);
            case Typed.Wanted.One(Act act) -> {
                UUID id = act.id(form, alertId);
                Optional<String> inTheWay = found.inTheWay(act);
                if (found.acted(id).isPresent()) {
                    yield done(alertId, typed, id);
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
        return switch (desk.take(caller, form, act, List.of(on.get()))) {
            case Outcome.Taken(List<UUID> ids) -> {
                settled.holds(ids.getFirst(), on.get().childId());
                yield done(on.get().alertId(), typed, ids.getFirst());
            }
            case Outcome.Away _ -> SendAgain.page("/alerts/" + on.get().alertId() + "/acts", given);
            case Outcome.Refused _ -> Trouble.FAILED.page();
        };
    }

    /** Takes an act of the caller's agency back. */
    @PostMapping("/alerts/{alertId}/undo")
    ModelAndView undo(
            Caller caller,
            @PathVariable UUID alertId,
            @RequestParam(defaultValue = "") String event,
            @RequestParam MultiValueMap<String, String> given) {
        Typed typed = Typed.of(given);
        return found(alertId, "/alerts/" + alertId + "/undo", given, found -> {
            Optional<Acted> act = found.history().actions().stream()
                    .filter(one -> one.eventId().equals(event))
                    .filter(one -> caller.agency().map(Agency::name).equals(Optional.of(one.agency())))
                    .findFirst();
            Optional<On> on = found.on(typed.municipality(), caller);
            if (act.isEmpty() || on.isEmpty()) {
                // Taken back already, by this form or someone else's: the page shows how it stands.
                return done(alertId, typed, "undone");
            }
            AgencyEvents.Done done =
                    new AgencyEvents.Done(UUID.fromString(act.get().eventId()), on.get());
            return after(events.undo(caller, List.of(done)), on.get(), typed, "undone", "/undo", given);
        });
    }

    private ModelAndView after(
            Outcome outcome, On on, Typed typed, String done, String way, MultiValueMap<String, String> given) {
        return switch (outcome) {
            case Outcome.Taken(List<UUID> ids) -> {
                settled.holds(ids.getFirst(), on.childId());
                yield done(on.alertId(), typed, done);
            }
            case Outcome.Away _ -> SendAgain.page("/alerts/" + on.alertId() + way, given);
            case Outcome.Refused _ -> Trouble.FAILED.page();
        };
    }

    /** What is done with the alert as it is now; where that cannot be known, the form is kept to be sent again. */
    private ModelAndView found(
            UUID alertId, String where, MultiValueMap<String, String> given, Function<Case, ModelAndView> doing) {
        return switch (cases.find(alertId)) {
            case Answer.NotReady<Case> _, Answer.Away<Case> _ -> SendAgain.page(where, given);
            case Answer<Case> answer -> Trouble.or(answer, Trouble.UNKNOWN_ALERT, doing);
        };
    }

    private LocalDate today(Case found) {
        Instant now = found.freshness().asOf().orElseGet(clock::instant);
        return now.atZone(Moments.ZONE).toLocalDate();
    }

    /** Leads back to the page, which says what was done. */
    static ModelAndView done(UUID alertId, Typed typed, Object what) {
        String from = typed.municipality().isEmpty() ? "" : "&municipality=" + typed.municipality();
        ModelAndView found = new ModelAndView("redirect:/alerts/" + alertId + "?done=" + what + from);
        found.setStatus(HttpStatus.SEE_OTHER);
        return found;
    }
}
