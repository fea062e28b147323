package se.samordna.workplace.page;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;
import se.samordna.workplace.identity.Purpose;
import se.samordna.workplace.identity.Reveals;

/** Says on a child's page who the child is. It is the answer to a form and stands at no address. */
@Controller
final class ChildIdentityController {
    private final ChildController children;
    private final Reveals reveals;
    private final IdentityView views;

    ChildIdentityController(ChildController children, Reveals reveals, IdentityView views) {
        this.children = children;
        this.reveals = reveals;
        this.views = views;
    }

    @PostMapping("/children/{childId}/identity")
    ModelAndView reveal(
            Caller caller,
            @PathVariable String childId,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "") String purpose) {
        ModelAndView page = children.child(childId, months, "");
        if (!"child".equals(page.getViewName())) {
            return page;
        }
        Optional<Purpose> chosen = Purpose.of(purpose);
        return chosen.isEmpty()
                ? views.withoutPurpose(page)
                : Trouble.or(
                        reveals.reveal(caller, UUID.fromString(childId), chosen.get()),
                        Trouble.UNKNOWN_CHILD,
                        revealed -> views.onto(page, revealed));
    }

    /** Whoever comes back to the form's address, as by the other language's link, is shown the page. */
    @GetMapping("/children/{childId}/identity")
    ModelAndView back(@PathVariable UUID childId) {
        ModelAndView page = new ModelAndView("redirect:/children/" + childId);
        page.setStatus(HttpStatus.SEE_OTHER);
        return page;
    }
}
