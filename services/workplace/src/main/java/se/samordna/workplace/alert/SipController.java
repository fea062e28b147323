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
import se.samordna.events.Agency;
import se.samordna.workplace.act.AgencyEvents;
import se.samordna.workplace.act.On;
import se.samordna.workplace.act.Outcome;
import se.samordna.workplace.act.Settled;
import se.samordna.workplace.page.SendAgain;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Answer;

/** The social services propose a SIP for the child of an alert that asks for one, as an event of theirs. */
@Controller
final class SipController {
    private final Case.Finder cases;
    private final Sips sips;
    private final AgencyEvents events;
    private final Settled settled;

    SipController(Case.Finder cases, Sips sips, AgencyEvents events, Settled settled) {
        this.cases = cases;
        this.sips = sips;
        this.events = events;
        this.settled = settled;
    }

    @PostMapping("/alerts/{alertId}/sip")
    ModelAndView propose(Caller caller, @PathVariable UUID alertId, @RequestParam MultiValueMap<String, String> given) {
        Typed typed = Typed.of(given);
        if (typed.form().isEmpty()
                || caller.agency().filter(Agency.SOCIAL_SERVICES::equals).isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        String where = "/alerts/" + alertId + "/sip";
        return switch (cases.find(alertId)) {
            case Answer.NotReady<Case> _, Answer.Away<Case> _ -> SendAgain.page(where, given);
            case Answer<Case> answer ->
                Trouble.or(answer, Trouble.UNKNOWN_ALERT, found -> {
                    Optional<On> on = found.on(typed.municipality(), caller);
                    if (on.isEmpty()) {
                        return Trouble.NOT_ALLOWED.page();
                    }
                    return sips.of(caller, found.alert())
                            .map(known -> known.standing().isPresent()
                                    ? AlertController.done(alertId, typed, "sip")
                                    : propose(caller, typed, on.get(), given))
                            .orElseGet(() -> SendAgain.page(where, given));
                });
        };
    }

    private ModelAndView propose(Caller caller, Typed typed, On on, MultiValueMap<String, String> given) {
        return switch (events.proposeSip(caller, typed.form().orElseThrow(), on)) {
            case Outcome.Taken(List<UUID> ids) -> {
                settled.holds(ids.getFirst(), on.childId());
                yield AlertController.done(on.alertId(), typed, "sip");
            }
            case Outcome.Away _ -> SendAgain.page("/alerts/" + on.alertId() + "/sip", given);
            case Outcome.Refused _ -> Trouble.FAILED.page();
        };
    }
}
