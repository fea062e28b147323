package se.samordna.workplace.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.FreshnessRow;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.PlanAnswer;
import se.samordna.workplace.query.PlanAnswer.Area;

/** Makes the pages of a plan. */
@Component
final class PlanPages {
    private static final List<Span> SPANS = List.of(Span.MONTH, Span.QUARTER, Span.YEAR);
    private static final List<Span> EXACT_SPANS = List.of(Span.MONTH, Span.QUARTER, Span.YEAR, Span.ROLLING);

    private final DoorFigures figures;
    private final AreaMaker areas;
    private final CountedMaker counted;
    private final Naming naming;
    private final FreshnessRow.Maker freshness;
    private final Texts texts;
    private final Moments moments;
    private final PlanTime time;

    PlanPages(
            DoorFigures figures,
            AreaMaker areas,
            CountedMaker counted,
            Naming naming,
            FreshnessRow.Maker freshness,
            Texts texts,
            Moments moments,
            PlanTime time) {
        this.figures = figures;
        this.areas = areas;
        this.counted = counted;
        this.naming = naming;
        this.freshness = freshness;
        this.texts = texts;
        this.moments = moments;
        this.time = time;
    }

    /** What is asked for. */
    record Asked(Door door, Kommunkod place, Kept kept) {
        String period() {
            return kept.period();
        }

        Optional<Span> by() {
            return kept.by();
        }

        String on(String page) {
            return kept.on(page);
        }
    }

    /** The whole plan. */
    ModelAndView plan(Asked asked) {
        String code = asked.place().code();
        return Trouble.or(
                        figures.plan(asked.door(), code, asked.period()),
                        Trouble.FAILED,
                        asked.door().refused(),
                        plan -> plan.areas().isEmpty()
                                ? time.before(asked, plan).orElseGet(() -> withoutPlan(asked, plan))
                                : withPlan(asked, plan))
                .addObject("here", "plan")
                .addObject("turn", asked.on(asked.door().other().plan(code)))
                .addObject("period", asked.period())
                .addObject("by", asked.by().map(Span::word).orElse(""));
    }

    private ModelAndView withPlan(Asked asked, PlanAnswer plan) {
        String code = asked.place().code();
        return about(asked, plan, "plan/overview")
                .addObject("spans", spans(asked, asked.door().plan(code)))
                .addObject("csv", asked.on(asked.door().goals(code, Optional.empty())))
                .addObject(
                        "areas",
                        plan.areas().stream()
                                .map(area -> view(asked, plan, area))
                                .toList());
    }

    /** One area. */
    ModelAndView area(Asked asked, String id) {
        return Trouble.or(
                        figures.plan(asked.door(), asked.place().code(), asked.period()),
                        Trouble.FAILED,
                        asked.door().refused(),
                        plan -> plan.areas().stream()
                                .filter(area -> area.id().equals(id))
                                .findFirst()
                                .map(area -> oneArea(asked, plan, area))
                                .orElseGet(Trouble.NO_PAGE::page))
                .addObject("here", "plan")
                .addObject(
                        "turn", asked.on(asked.door().other().area(asked.place().code(), id)));
    }

    private ModelAndView oneArea(Asked asked, PlanAnswer plan, Area area) {
        String code = asked.place().code();
        return about(asked, plan, "plan/area")
                .addObject("area", view(asked, plan, area))
                .addObject("spans", spans(asked, asked.door().area(code, area.id())))
                .addObject("planLink", asked.on(asked.door().plan(code)))
                .addObject(
                        "others",
                        plan.areas().stream()
                                .map(other -> new Link(
                                        other.id() + " " + areas.name(other),
                                        asked.on(asked.door().area(code, other.id())),
                                        other.id().equals(area.id())))
                                .toList());
    }

    private ModelAndView about(Asked asked, PlanAnswer plan, String template) {
        String name = plan.validFrom()
                .map(from -> texts.of("plan.name", plan.name(), moments.day(from)))
                .orElse(plan.name());
        return new ModelAndView(template)
                .addObject("fresh", asked.door().fresh(freshness, plan.freshness()))
                .addObject("planName", name)
                .addObject(
                        "planUntil",
                        plan.validTo()
                                .map(last -> texts.of("plan.until", moments.day(last)))
                                .orElse(""))
                .addObject("then", time.past(asked.period(), plan.freshness()))
                .addObject("ahead", time.ahead(asked.period(), plan.freshness()))
                .addObject("nowLink", asked.door().plan(asked.place().code()))
                .addObject("coming", coming(plan));
    }

    private AreaView view(Asked asked, PlanAnswer plan, Area area) {
        String code = asked.place().code();
        Extent counted = Extent.of(plan.areas().stream().flatMap(each -> each.cells().stream()), plan.freshness());
        String link = asked.on(asked.door().area(code, area.id()));
        return areas.of(area, link, code, plan.validFrom(), counted, names(asked), asked.by());
    }

    private Names names(Asked asked) {
        return naming.of(asked.door(), Optional.of(asked.place().code()), asked.kept());
    }

    /** Most municipalities have no plan here; what is counted of them is shown all the same. */
    private ModelAndView withoutPlan(Asked asked, PlanAnswer plan) {
        return Trouble.or(
                figures.cells(asked.door(), asked.place().code()),
                Trouble.FAILED,
                asked.door().refused(),
                cells -> new ModelAndView("plan/none")
                        .addObject("fresh", asked.door().fresh(freshness, cells.freshness()))
                        .addObject("coming", coming(plan))
                        .addObject("figures", counted.of(cells, names(asked))));
    }

    private List<String> coming(PlanAnswer plan) {
        return plan.coming().stream()
                .map(next -> texts.of("plan.coming", next.name(), moments.day(next.validFrom())))
                .toList();
    }

    private List<Link> spans(Asked asked, String page) {
        Stream<Optional<Span>> spans = Stream.concat(
                Stream.of(Optional.<Span>empty()),
                (asked.door().isExact() ? EXACT_SPANS : SPANS).stream().map(Optional::of));
        return spans.map(by -> new Link(
                        texts.of("plan.by." + by.map(Span::word).orElse("goal")),
                        asked.kept().by(by).on(page),
                        asked.by().equals(by)))
                .toList();
    }
}
