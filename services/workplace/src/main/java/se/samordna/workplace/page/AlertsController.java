package se.samordna.workplace.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.AlertList;
import se.samordna.workplace.query.Queries;

/** The alert list of a municipality: what a coordinator looks at between two meetings. */
@Controller
final class AlertsController {
    static final List<String> STATUSES =
            List.of("LIVE", "OPEN", "ACKNOWLEDGED", "CLOSED", "RESOLVED", "WITHDRAWN", "ALL");

    /** The rules that tell the social services something in full, whose list this is. */
    static final List<String> RULES = List.of(
            "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R10", "R11", "R12", "R13", "R14", "R16", "R17",
            "R18", "R21", "R22", "R23", "R24", "R25", "R26");

    private final Queries queries;
    private final AlertWords words;
    private final FreshnessRow.Maker freshness;

    AlertsController(Queries queries, AlertWords words, FreshnessRow.Maker freshness) {
        this.queries = queries;
        this.words = words;
        this.freshness = freshness;
    }

    @GetMapping("/municipalities/{code}")
    ModelAndView alerts(
            @PathVariable String code,
            @RequestParam(defaultValue = "LIVE") String status,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "on") String live,
            Caller caller) {
        Optional<Kommunkod> place = Kommunkod.of(code);
        if (place.isEmpty()) {
            return Trouble.BAD_MUNICIPALITY.page();
        }
        if (!caller.role().meetsChildren() || !caller.area().covers(place.get())) {
            // The plan is for everyone who is signed in, whatever municipality it is of.
            return new ModelAndView("redirect:/municipalities/" + place.get().code() + "/plan");
        }
        if (!STATUSES.contains(status) || !(rule.isEmpty() || RULES.contains(rule)) || page < 1) {
            return Trouble.BAD_REQUEST.page();
        }
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("status", asked(status));
        filters.put("rule", rule);
        filters.put("snoozed", status.equals("LIVE") ? "hidden" : "");
        filters.put("page", String.valueOf(page));
        return Trouble.or(queries.alerts(code, filters), Trouble.FAILED, list -> {
                    ModelAndView view = view(list);
                    view.addObject("status", status);
                    view.addObject("rule", rule);
                    view.addObject("refreshing", !live.equals("off"));
                    view.addObject("filtered", !status.equals("LIVE") || !rule.isEmpty());
                    return view;
                })
                .addObject("here", "alerts")
                .addObject("place", place.get());
    }

    /** The API's own words: a list of statuses, none for all. */
    private static String asked(String status) {
        return switch (status) {
            case "LIVE" -> "OPEN,ACKNOWLEDGED";
            case "ALL" -> "";
            default -> status;
        };
    }

    private ModelAndView view(AlertList list) {
        ModelAndView view = new ModelAndView("alerts");
        view.addObject("fresh", freshness.of(list.freshness()));
        view.addObject(
                "alerts",
                list.alerts().stream()
                        .map(one -> words.row(one, list.freshness().asOf()))
                        .toList());
        view.addObject("page", list.page());
        view.addObject("pages", list.pages());
        view.addObject("total", list.total());
        view.addObject("hidden", list.hidden());
        view.addObject("statuses", STATUSES);
        view.addObject("rules", RULES);
        // Without counts from the answer, those of this page are told as such.
        boolean whole = !list.levels().isEmpty() || list.pages() <= 1;
        view.addObject("tally", list.levels().isEmpty() ? tally(list.alerts()) : list.levels());
        view.addObject("tallyOfAll", whole);
        return view;
    }

    private static Map<Integer, Long> tally(List<Alert> alerts) {
        return alerts.stream()
                .filter(Alert::live)
                .collect(Collectors.groupingBy(Alert::level, TreeMap::new, Collectors.counting()));
    }
}
