package se.samordna.workplace.page;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.workplace.query.DefinitionList;
import se.samordna.workplace.query.Queries;

/** What the figures of the plans are, and which national figures they can be read beside. Of no municipality. */
@Controller
final class IndicatorsController {
    private final Queries queries;
    private final Texts texts;

    IndicatorsController(Queries queries, Texts texts) {
        this.queries = queries;
        this.texts = texts;
    }

    /** An indicator in words. */
    record IndicatorRow(String id, String name, String unit, String areas, String version, List<KpiRow> kolada) {}

    /** A national figure in words. */
    record KpiRow(String id, String title, String differs) {}

    @GetMapping("/indicators")
    ModelAndView indicators() {
        return Trouble.or(queries.definitions(), Trouble.FAILED, list -> {
                    ModelAndView view = new ModelAndView("indicators");
                    view.addObject(
                            "indicators",
                            list.definitions().stream().map(this::row).toList());
                    return view;
                })
                .addObject("here", "indicators");
    }

    private IndicatorRow row(DefinitionList.Definition one) {
        return new IndicatorRow(
                one.id(),
                texts.known("indicator." + one.id()).orElse(one.name().in(texts.language())),
                texts.orCode("indicators.unit.", one.unit()),
                String.join(", ", one.areas()),
                one.version(),
                one.kolada().stream()
                        .map(kpi ->
                                new KpiRow(kpi.id(), kpi.title(), kpi.differs().in(texts.language())))
                        .toList());
    }
}
