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
import se.samordna.events.Agency;
import se.samordna.workplace.act.AgencyEvents;
import se.samordna.workplace.act.On;
import se.samordna.workplace.act.Outcome;
import se.samordna.workplace.page.Trouble;

/** The social services propose a SIP for the child of an alert that asks for one, as an event of theirs. */
@Controller
final class SipController {
    private static final String WAY = "sip";

    private final AlertForms forms;
    private final Sips sips;
    private final AgencyEvents events;

    SipController(AlertForms forms, Sips sips, AgencyEvents events) {
        this.forms = forms;
        this.sips = sips;
        this.events = events;
    }

    @PostMapping("/alerts/{alertId}/sip")
    ModelAndView propose(Caller caller, @PathVariable UUID alertId, @RequestParam MultiValueMap<String, String> given) {
        Typed typed = Typed.of(given);
        if (typed.form().isEmpty()
                || caller.agency().filter(Agency.SOCIAL_SERVICES::equals).isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        return forms.found(alertId, WAY, given, found -> {
            Optional<On> on = found.on(typed.municipality(), caller);
            if (on.isEmpty() || !Sips.areNextStep(caller, found.alert())) {
                return Trouble.NOT_ALLOWED.page();
            }
            return sips.of(caller, found.alert())
                    .map(known -> known.standing().isPresent()
                            ? AlertForms.done(alertId, typed, WAY)
                            : propose(caller, typed, on.get(), given))
                    .orElseGet(() -> AlertForms.again(alertId, WAY, given));
        });
    }

    private ModelAndView propose(Caller caller, Typed typed, On on, MultiValueMap<String, String> given) {
        Outcome outcome = events.proposeSip(caller, typed.form().orElseThrow(), on);
        return forms.sent(outcome, on, typed, _ -> WAY, WAY, given);
    }
}
