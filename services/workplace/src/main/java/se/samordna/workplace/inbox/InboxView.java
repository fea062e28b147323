package se.samordna.workplace.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Area;
import se.samordna.access.Caller;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.workplace.page.AlertRow;
import se.samordna.workplace.page.AlertWords;
import se.samordna.workplace.page.AreaWords;
import se.samordna.workplace.page.FreshnessRow;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.AlertList;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.Queries;

/** Makes the inbox's page of what the query API has answered. */
@Component
final class InboxView {
    private static final int TOLD_OF = 5;

    private final Queries queries;
    private final AlertWords words;
    private final FreshnessRow.Maker freshness;
    private final AreaWords areas;
    private final Moments moments;
    private final Texts texts;

    InboxView(
            Queries queries,
            AlertWords words,
            FreshnessRow.Maker freshness,
            AreaWords areas,
            Moments moments,
            Texts texts) {
        this.queries = queries;
        this.words = words;
        this.freshness = freshness;
        this.areas = areas;
        this.moments = moments;
        this.texts = texts;
    }

    /**
     * Something that has changed while a page was open.
     *
     * @param municipality of the alert, for the way to its page; empty: not known
     * @param where the municipality's name, where the list is of several; else empty
     * @param what NEW, CHANGED, WITHDRAWN or the status it has come to, in words
     * @param why it was withdrawn, without saying once more that it was
     */
    record Change(String alertId, String municipality, String where, String what, String sentence, String why) {}

    ModelAndView of(Caller caller, Area area, Filters filters, Own own, AlertList list, JustActed acted) {
        ModelAndView view = new ModelAndView("inbox");
        view.addObject("here", "inbox");
        area.municipality().ifPresent(place -> view.addObject("place", place));
        view.addObject("areaName", areas.of(area));
        // What is narrowed to one of its municipalities, and may be shown whole again.
        Optional<Area> county = Stream.of(caller.area(), area)
                .filter(one -> one.county().isPresent())
                .findFirst();
        county.ifPresent(whole -> view.addObject("county", whole.code()).addObject("countyName", areas.of(whole)));
        view.addObject("places", county.orElse(caller.area()).municipalities());
        view.addObject("several", new Placed(area, list).ofSeveral());
        view.addObject("filters", filters);
        view.addObject(
                "social", caller.agency().filter(Agency.SOCIAL_SERVICES::equals).isPresent());
        view.addObject(
                "agency",
                texts.orCode("agency.", caller.agency().map(Enum::name).orElse("UNKNOWN")));
        view.addObject("fresh", freshness.of(list.freshness()));
        view.addObject("asOf", list.freshness().asOf().map(Instant::toString).orElse(""));
        view.addObject("rows", rows(new Placed(area, list), own.before(), acted));
        view.addObject("list", list);
        view.addObject("tally", list.levels().isEmpty() ? tally(list.alerts()) : list.levels());
        view.addObject("tallyOfAll", !list.levels().isEmpty() || list.pages() <= 1);
        view.addObject("before", own.before().map(moments::at).orElse(""));
        view.addObject("changedCount", list.changed());
        view.addObject("views", own.views());
        view.addObject("acted", acted);
        view.addObject("anyOpen", list.alerts().stream().anyMatch(alert -> awaits(alert, list)));
        view.addObject("statuses", filters.statuses(caller.role() == Role.CONTACT));
        view.addObject("rules", caller.agency().map(Filters::rulesOf).orElse(List.of()));
        view.addObject("kinds", caller.role() == Role.CONTACT ? Filters.kindsOf(caller.agency()) : List.of());
        view.addObject("levels", Filters.LEVELS);
        view.addObject("dues", Filters.DUES);
        view.addObject("form", UUID.randomUUID().toString());
        return view;
    }

    private List<InboxRow> rows(Placed placed, Optional<Instant> before, JustActed acted) {
        AlertList list = placed.list();
        return list.alerts().stream()
                .map(alert -> new InboxRow(
                        words.row(alert, list.freshness().asOf()),
                        placed.municipality(alert),
                        placed.name(alert),
                        Marks.of(alert, list, before),
                        awaits(alert, list),
                        acted.isOn(alert.alertId()) && awaits(alert, list),
                        Optional.ofNullable(list.answers().get(alert.alertId()))
                                .map(words::answer)
                                .orElse("")))
                .toList();
    }

    /** Whether nobody has acknowledged it or, a notice, answered it. */
    private static boolean awaits(Alert alert, AlertList list) {
        return alert.status().equals("OPEN") && !list.answers().containsKey(alert.alertId());
    }

    /** Without counts from the answer, those of this page. */
    private static Map<Integer, Long> tally(List<Alert> alerts) {
        return alerts.stream().filter(Alert::live).collect(Collectors.groupingBy(Alert::level, Collectors.counting()));
    }

    /**
     * What has changed in the area since a page was opened, also what the page's filters leave out: a recall is nowhere
     * else to be seen.
     *
     * @param asks whether an open page asks; else only when it was opened is told
     */
    void changes(ModelAndView view, Area area, Optional<Instant> since, boolean asks) {
        view.addObject("seen", since.map(Instant::toString).orElse(""));
        view.addObject("changes", List.of());
        if (!asks || since.isEmpty()) {
            return;
        }
        Map<String, String> filters = Map.of(
                "status",
                "OPEN,ACKNOWLEDGED,CLOSED,RESOLVED,WITHDRAWN",
                "since",
                since.get().toString(),
                "changed",
                "only",
                "size",
                String.valueOf(TOLD_OF));
        if (queries.alerts(area, filters) instanceof Answer.Found<AlertList>(AlertList changed)) {
            view.addObject(
                    "changes",
                    changed.alerts().stream()
                            .map(alert -> change(new Placed(area, changed), alert, since))
                            .toList());
            view.addObject("changesInAll", changed.total());
            view.addObject("changesSince", moments.at(since.get()));
        }
    }

    private Change change(Placed placed, Alert alert, Optional<Instant> since) {
        AlertList list = placed.list();
        AlertRow row = words.row(alert, list.freshness().asOf());
        String mark = Marks.of(alert, list, since);
        String what = mark.equals("CHANGED")
                ? row.status()
                : texts.known("inbox.mark." + mark).orElse(row.status());
        String why = alert.withdrawnReason()
                .flatMap(code -> texts.known("withdrawn." + code))
                .orElse("");
        return new Change(alert.alertId(), placed.municipality(alert), placed.name(alert), what, row.sentence(), why);
    }
}
