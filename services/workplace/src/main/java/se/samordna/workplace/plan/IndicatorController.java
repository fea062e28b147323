package se.samordna.workplace.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.Trouble;

/** What the figures of the plans are, and each of them through time and beside others. */
@Controller
final class IndicatorController {
    private final IndicatorPages pages;

    IndicatorController(IndicatorPages pages) {
        this.pages = pages;
    }

    /** Every indicator, of no municipality. */
    @GetMapping({"/indicators", "/public/indicators"})
    ModelAndView indicators(HttpServletRequest request, HttpServletResponse response) {
        return Doorway.of(request).page(response, pages::all);
    }

    /** One of them; exact figures are of one municipality. */
    @GetMapping({"/indicators/{id}", "/public/indicators/{id}", "/exact/indicators/{id}"})
    ModelAndView indicator(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String municipality,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String by) {
        return Doorway.of(request).page(response, door -> {
            Optional<Kept> kept = Kept.of(period, by);
            if (kept.isEmpty()) {
                return Trouble.BAD_REQUEST.page();
            }
            if (municipality.isEmpty() && !door.isExact()) {
                return pages.alone(door, id);
            }
            return Kommunkod.of(municipality)
                    .map(place -> pages.of(door, id, place, kept.get()))
                    .orElseGet(Trouble.BAD_MUNICIPALITY::page);
        });
    }
}
