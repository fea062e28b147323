package se.samordna.workplace.alert;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;
import se.samordna.workplace.act.On;
import se.samordna.workplace.page.IdentityView;
import se.samordna.workplace.page.Trouble;

/** Says on an alert's page who its child is. It is the answer to a form and stands at no address. */
@Controller
final class AlertIdentityController {
    private final Case.Finder cases;
    private final AlertView alerts;
    private final IdentityView views;

    AlertIdentityController(Case.Finder cases, AlertView alerts, IdentityView views) {
        this.cases = cases;
        this.alerts = alerts;
        this.views = views;
    }

    @PostMapping("/alerts/{alertId}/identity")
    ModelAndView reveal(
            Caller caller,
            @PathVariable UUID alertId,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam MultiValueMap<String, String> given) {
        String from = Typed.of(given).municipality();
        return Trouble.or(cases.find(alertId), Trouble.UNKNOWN_ALERT, found -> {
            // The child that the API says, never one of the form's.
            Optional<On> on = found.on(from, caller);
            if (on.isEmpty()) {
                return Trouble.NOT_ALLOWED.page();
            }
            ModelAndView page = alerts.of(caller, found, Typed.fresh(from), HttpStatus.OK);
            return views.asked(page, caller, on.get().childId(), purpose, Trouble.UNKNOWN_ALERT);
        });
    }

    /** Whoever comes back to the form's address, as by the other language's link, is shown the page. */
    @GetMapping("/alerts/{alertId}/identity")
    ModelAndView back(@PathVariable UUID alertId) {
        ModelAndView page = new ModelAndView("redirect:/alerts/" + alertId);
        page.setStatus(HttpStatus.SEE_OTHER);
        return page;
    }
}
