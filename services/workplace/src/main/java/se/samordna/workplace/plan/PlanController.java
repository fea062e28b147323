package se.samordna.workplace.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.plan.PlanPages.Asked;

/** A municipality's plan, and one area of it: goals and activities, and how far the figures say they have come. */
@Controller
final class PlanController {
    private static final int SHORTEST_NUMBER = 10;

    private final PlanPages pages;

    PlanController(PlanPages pages) {
        this.pages = pages;
    }

    /** The whole plan. */
    @GetMapping({
        "/municipalities/{code}/plan",
        "/public/municipalities/{code}/plan",
        "/exact/municipalities/{code}/plan"
    })
    ModelAndView plan(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String by) {
        return Doorway.of(request).page(response, door -> asked(door, code, period, by, pages::plan));
    }

    /** One area. */
    @GetMapping({
        "/municipalities/{code}/plan/{area}",
        "/public/municipalities/{code}/plan/{area}",
        "/exact/municipalities/{code}/plan/{area}"
    })
    ModelAndView area(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String code,
            @PathVariable String area,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String by) {
        return Doorway.of(request)
                .page(response, door -> asked(door, code, period, by, asked -> pages.area(asked, area)));
    }

    private static ModelAndView asked(
            Door door, String code, String period, String by, Function<Asked, ModelAndView> then) {
        Optional<Kommunkod> place = Kommunkod.of(code);
        Optional<Span> span = Span.of(by);
        if (place.isEmpty()) {
            return Trouble.BAD_MUNICIPALITY.page();
        }
        if (!by.isEmpty() && span.isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        boolean misread = !period.isEmpty() && Period.of(period).isEmpty();
        ModelAndView page = then.apply(new Asked(door, place.get(), new Kept(misread ? "" : period, span)))
                .addObject("place", place.get());
        return misread ? misread(page, period) : page;
    }

    /**
     * A period is typed by hand: what is none is said at its field, with what was typed, on the plan as it holds now. Someone's
     * number is not said again.
     */
    private static ModelAndView misread(ModelAndView page, String typed) {
        if (page.getStatus() == null) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page.addObject("period", mayBeANumber(typed) ? "" : typed).addObject("misread", true);
    }

    /** A personnummer in whatever writing: no period has so many digits. */
    private static boolean mayBeANumber(String typed) {
        return typed.codePoints().filter(Character::isDigit).count() >= SHORTEST_NUMBER;
    }
}
