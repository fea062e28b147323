package se.samordna.workplace.page;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;

/** Says on a child's page who the child is. It is the answer to a form and stands at no address. */
@Controller
final class ChildIdentityController {
    private final ChildController children;
    private final IdentityView views;

    ChildIdentityController(ChildController children, IdentityView views) {
        this.children = children;
        this.views = views;
    }

    @PostMapping("/children/{childId}/identity")
    ModelAndView reveal(
            Caller caller,
            @PathVariable String childId,
            @RequestParam(defaultValue = "") String weeks,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(defaultValue = "") String purpose) {
        ModelAndView page = children.child(caller, childId, weeks, months, "", "");
        if (!"child".equals(page.getViewName())) {
            return page;
        }
        return views.asked(page, caller, UUID.fromString(childId), purpose, Trouble.UNKNOWN_CHILD);
    }

    /** Whoever comes back to the form's address, as by the other language's link, is shown the page. */
    @GetMapping("/children/{childId}/identity")
    ModelAndView back(@PathVariable UUID childId) {
        ModelAndView page = new ModelAndView("redirect:/children/" + childId);
        page.setStatus(HttpStatus.SEE_OTHER);
        return page;
    }
}
