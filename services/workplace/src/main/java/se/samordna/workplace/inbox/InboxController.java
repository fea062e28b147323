package se.samordna.workplace.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samordna.access.Area;
import se.samordna.access.Caller;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.AlertList;
import se.samordna.workplace.query.Queries;

/** The inbox and what a person keeps of it for themselves. */
@Controller
public final class InboxController {
    private final Queries queries;
    private final InboxView views;
    private final OwnCookie cookie;
    private final Clock clock;

    InboxController(Queries queries, InboxView views, OwnCookie cookie, @Qualifier("intakeClock") Clock clock) {
        this.queries = queries;
        this.views = views;
        this.cookie = cookie;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param given the filters; {@code seen}: an open page asks what has changed since, which is no visit; {@code done},
     *     {@code alerts} and {@code others}: what has just been acknowledged together
     */
    @GetMapping("/inbox")
    ModelAndView inbox(
            Caller caller,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Filters> asked = Filters.of(given);
        if (asked.isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        String place = asked.get().place();
        Optional<Area> area = place.isEmpty() ? own(caller) : Area.of(place);
        if (area.isEmpty()) {
            return place.isEmpty() ? seeOther("/") : Trouble.BAD_MUNICIPALITY.page();
        }
        Filters filters = asked.get().in(area.get());
        if (!caller.area().covers(area.get())) {
            return notTheirs(area.get(), filters);
        }
        return list(caller, area.get(), filters, given, request, response);
    }

    private ModelAndView list(
            Caller caller,
            Area area,
            Filters filters,
            MultiValueMap<String, String> given,
            HttpServletRequest request,
            HttpServletResponse response) {
        Own own = cookie.read(request, caller);
        Optional<Instant> seen = instant(given.getFirst("seen"));
        Own now = seen.isPresent() ? own : own.looked(Optional.empty(), clock.instant());
        return Trouble.or(queries.alerts(area, filters.asked(now.before())), Trouble.FAILED, list -> {
            if (list.endsBefore(filters.page())) {
                return list(caller, area, filters.at(Math.max(1, list.pages())), given, request, response);
            }
            if (seen.isEmpty()) {
                cookie.write(own.looked(readUpTo(list), clock.instant()), caller, request, response);
            }
            ModelAndView view = views.of(caller, area, filters, now, list, JustActed.of(given));
            views.changes(view, area, seen.or(() -> readUpTo(list)), seen.isPresent());
            view.addObject("viewFault", viewFault(given));
            view.addObject("noneChosen", given.containsKey("none"));
            return view.addObject(
                    "listening", !given.getOrDefault("live", List.of()).contains("off"));
        });
    }

    /** A municipality's first page: the inbox of those who work there with children, its plan for everyone else. */
    @GetMapping("/municipalities/{code}")
    ModelAndView municipality(Caller caller, @PathVariable String code) {
        return Kommunkod.of(code)
                .map(place -> caller.role().meetsChildren() && caller.area().covers(place)
                        ? seeOther("/inbox?municipality=" + place.code())
                        : seeOther("/municipalities/" + place.code() + "/plan"))
                .orElseGet(Trouble.BAD_MUNICIPALITY::page);
    }

    /** All that is listed is called seen: nothing is marked until there is more. */
    @PostMapping("/inbox/seen")
    ModelAndView seen(
            Caller caller,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Filters> filters = Filters.ofQuery(back);
        Optional<Instant> at = instant(asOf);
        if (filters.isEmpty() || at.isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        cookie.write(cookie.read(request, caller).allSeen(at.get(), clock.instant()), caller, request, response);
        return seeOther(filters.get().address());
    }

    /** Keeps the way the list is looked at under a name, or forgets one. */
    @PostMapping("/inbox/views")
    ModelAndView view(
            Caller caller,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String forget,
            RedirectAttributes once,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Filters> filters = Filters.ofQuery(back);
        if (filters.isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        String place = filters.get().place();
        if (!place.isEmpty() && Area.of(place).isEmpty()) {
            return Trouble.BAD_MUNICIPALITY.page();
        }
        Own own = cookie.read(request, caller);
        Optional<Own.View> view = OwnCookie.view(name, filters.get());
        if (forget.isEmpty()
                && view.isPresent()
                && Area.of(place).filter(area -> !caller.area().covers(area)).isPresent()) {
            // What was typed stays out of addresses, which are logged.
            once.addFlashAttribute("viewName", view.get().name());
            return seeOther(filters.get().in(caller.area()).address("view=elsewhere") + "#views");
        }
        if (forget.isEmpty() && view.isEmpty()) {
            return seeOther(filters.get().address("view=bad") + "#views");
        }
        cookie.write(forget.isEmpty() ? own.with(view.orElseThrow()) : own.without(forget), caller, request, response);
        return seeOther(filters.get().address() + "#views");
    }

    /** The message that says why a view was not kept; empty: none is to be said. */
    private static String viewFault(MultiValueMap<String, String> given) {
        return Optional.ofNullable(given.getFirst("view"))
                .map(why -> why.equals("elsewhere") ? "inbox.views.fault.elsewhere" : "inbox.views.fault")
                .orElse("");
    }

    /** All of where the caller works; of the whole country there is no one inbox. */
    private static Optional<Area> own(Caller caller) {
        return Optional.of(caller.area()).filter(area -> !area.equals(Area.ALL));
    }

    /** Asked for all the same: the API refuses it, and writes down that it did. */
    private ModelAndView notTheirs(Area area, Filters filters) {
        return Trouble.or(
                queries.alerts(area, filters.asked(Optional.empty())),
                Trouble.NOT_ALLOWED,
                _ -> Trouble.NOT_ALLOWED.page());
    }

    private static Optional<Instant> readUpTo(AlertList list) {
        return list.freshness().asOf().map(at -> at.minus(Marks.READING));
    }

    private static Optional<Instant> instant(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Moments::instant);
    }

    static ModelAndView seeOther(String where) {
        ModelAndView found = new ModelAndView("redirect:" + where);
        found.setStatus(HttpStatus.SEE_OTHER);
        return found;
    }
}
