package se.samordna.workplace.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.workplace.page.PlannedMunicipalities;

/** Where anyone begins. */
@Controller
final class PublicController {

    @GetMapping("/public")
    ModelAndView start(HttpServletRequest request, HttpServletResponse response) {
        return Doorway.of(request)
                .page(
                        response,
                        _ -> new ModelAndView("plan/start")
                                .addObject("here", "public")
                                .addObject("plans", PlannedMunicipalities.all()));
    }
}
