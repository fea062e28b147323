package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.running.IndicatorsRuntime;
import se.samordna.measures.PlanDefinition;

/** A municipality's plan, area by area, with its figures. */
@RestController
@RequestMapping("/api/indicators/v1")
final class AreasController {

    private final Asking asking;
    private final Sources sources;
    private final IndicatorsRuntime runtime;

    AreasController(Asking asking, Sources sources, IndicatorsRuntime runtime) {
        this.asking = asking;
        this.sources = sources;
        this.runtime = runtime;
    }

    /**
     * As it holds on the last day of a period, with the figures of that; without one, as it holds now, with the newest.
     *
     * @param area the only one that is wanted
     * @param by month, quarter, year or rolling: the span each goal's newest figure is wanted by
     */
    @GetMapping("/municipalities/{code}/areas")
    ResponseEntity<Object> areas(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam Optional<String> period,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> by,
            @RequestParam(defaultValue = "false") boolean exact) {
        if (Counties.isCounty(code) || !Counties.isArea(code)) {
            return Problems.unknownMunicipality().response();
        }
        if (exact && !Asker.isShownExact(request, code)) {
            return Problems.notOwnMunicipality().response();
        }
        Optional<Period.Span> span = by.flatMap(Wanted::span);
        if (by.isPresent() && span.isEmpty()) {
            return Problems.badSpan().response();
        }
        return switch (Wanted.read(Optional.empty(), period)) {
            case Wanted.Read.Bad bad -> bad.response();
            case Wanted.Read.Good(Wanted wanted) ->
                areas(request, code, new Areas.Asked(wanted.period(), span, exact), area);
        };
    }

    private ResponseEntity<Object> areas(
            HttpServletRequest request, String code, Areas.Asked asked, Optional<String> area) {
        Optional<Map<String, PlanDefinition>> plans = runtime.plans().all();
        if (plans.isEmpty()) {
            return Problems.notReady(Duration.ofSeconds(1));
        }
        PlanVersions versions =
                Optional.ofNullable(plans.get().get(code)).map(PlanVersions::of).orElse(PlanVersions.NONE);
        return asking.of(request, code, found -> {
            AreasDocument whole = Areas.of(code, asked, versions, found, sources.of(code, found.asOf()));
            return area.map(whole::only)
                    .orElse(Optional.of(whole))
                    .map(shown -> answer(request, shown))
                    .orElseGet(Problems.unknownPlanArea()::response);
        });
    }

    private static ResponseEntity<Object> answer(HttpServletRequest request, AreasDocument document) {
        return Asker.wantsCsv(request)
                ? AreasCsv.of(document).answer()
                : ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(document);
    }
}
