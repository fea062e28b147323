package se.samordna.workplace.page;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.kit.privacy.Personnummer;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.workplace.query.Queries;

/**
 * Finds a child by personnummer. The number comes in a form's body, never in an address, is turned into the pseudonym
 * here and goes no further. The pseudonym is told to those alone who are shown the child: else whoever has a list of numbers
 * could learn whose an id is that they meet elsewhere.
 */
@Controller
final class SearchController {
    private static final Logger LOG = LoggerFactory.getLogger(SearchController.class);

    private final Pseudonymizer pseudonymizer;
    private final Queries queries;

    SearchController(Pseudonymizer pseudonymizer, Queries queries) {
        this.pseudonymizer = pseudonymizer;
        this.queries = queries;
    }

    @GetMapping("/search")
    ModelAndView form() {
        return form(false);
    }

    @PostMapping("/search")
    ModelAndView find(@RequestParam(defaultValue = "") String personnummer) {
        Optional<Personnummer> number =
                Personnummer.parse(personnummer.strip().replace(" ", ""), LocalDate.now(Moments.ZONE));
        if (number.isEmpty()) {
            ModelAndView again = form(true);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
        UUID childId = pseudonymizer.childId(number.get());
        // Who was looked for stands in platform.access-log, by this question; a log names no child.
        LOG.info("a child was searched for by personnummer");
        return Trouble.or(queries.child(childId, Optional.empty()), Trouble.UNKNOWN_CHILD, _ -> {
            ModelAndView found = new ModelAndView("redirect:/children/" + childId);
            // After a form another page is fetched, also when the form is sent again.
            found.setStatus(HttpStatus.SEE_OTHER);
            return found;
        });
    }

    private static ModelAndView form(boolean fault) {
        return new ModelAndView("search").addObject("here", "search").addObject("fault", fault);
    }
}
