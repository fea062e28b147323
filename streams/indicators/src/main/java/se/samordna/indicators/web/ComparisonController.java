package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

/** Figures through time, beside each other, and for Prometheus. */
@RestController
@RequestMapping("/api/indicators/v1")
final class ComparisonController {

    private final Asking asking;
    private final Sources sources;
    private final AllCounties all;
    private final IndicatorsRuntime runtime;

    ComparisonController(Asking asking, Sources sources, AllCounties all, IndicatorsRuntime runtime) {
        this.asking = asking;
        this.sources = sources;
        this.all = all;
        this.runtime = runtime;
    }

    /** One indicator of a municipality through time, with its target and its county beside it. */
    @GetMapping("/municipalities/{code}/indicators/{id}")
    ResponseEntity<Object> series(
            HttpServletRequest request,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean exact) {
        if (Counties.isCounty(code) || !Counties.isArea(code)) {
            return Problems.unknownMunicipality().response();
        }
        if (exact && !Asker.isShownExact(request, code)) {
            return Problems.notOwnMunicipality().response();
        }
        return read(Optional.of(id), Optional.empty(), (_, plans) -> {
            PlanVersions plan =
                    Optional.ofNullable(plans.get(code)).map(PlanVersions::of).orElse(PlanVersions.NONE);
            return asking.of(request, code, found -> {
                var series = SeriesDocument.of(code, id, exact, plan, found, sources.of(code, found.asOf()));
                return Asker.wantsCsv(request) ? series.csv().answer() : answer(series);
            });
        });
    }

    /** Municipalities beside each other, those whose plan says so; the last whole year unless a period is asked for. */
    @GetMapping("/comparison")
    ResponseEntity<Object> comparison(
            HttpServletRequest request,
            @RequestParam String indicator,
            @RequestParam Optional<String> period,
            @RequestParam Optional<String> county) {
        if (county.filter(code -> !Counties.isCounty(code)).isPresent()) {
            return Problems.unknownMunicipality().response();
        }
        return read(
                Optional.of(indicator),
                period,
                (wanted, plans) -> asking.ofAll(request, indicator, wanted, published -> {
                    Optional<LocalDate> today = Optional.ofNullable(published.asOf())
                            .map(at -> Instant.parse(at).atZone(Period.LOCAL).toLocalDate());
                    if (today.isEmpty()) {
                        return Problems.notReady(Duration.ofSeconds(1));
                    }
                    var document = ComparisonDocument.of(
                            indicator,
                            wanted.period()
                                    .orElseGet(() -> Period.year(today.get().getYear() - 1)),
                            county,
                            published,
                            compared(plans, today.get()));
                    return Asker.wantsCsv(request) ? document.csv().answer() : answer(document);
                }));
    }

    private static Predicate<String> compared(Map<String, PlanDefinition> plans, LocalDate today) {
        return municipality -> Optional.ofNullable(plans.get(municipality))
                .map(PlanVersions::of)
                .flatMap(versions -> versions.inForceOn(today))
                .filter(PlanDefinition::getCompared)
                .isPresent();
    }

    /** The published cells as OpenMetrics text; of a county or municipality, or of all. */
    @GetMapping("/metrics")
    ResponseEntity<Object> metrics(
            HttpServletRequest request,
            @RequestParam Optional<String> municipality,
            @RequestParam Optional<String> indicator,
            @RequestParam Optional<String> period) {
        if (municipality.filter(code -> !Counties.isArea(code)).isPresent()) {
            return Problems.unknownMunicipality().response();
        }
        return switch (Wanted.read(indicator, period)) {
            case Wanted.Read.Bad bad -> bad.response();
            case Wanted.Read.Good(Wanted wanted) ->
                municipality
                        .map(area -> asking.of(
                                request,
                                area,
                                found -> metrics(all.document(
                                        area,
                                        found,
                                        found.published(
                                                cell -> cell.municipality().startsWith(area) && wanted.test(cell))))))
                        .orElseGet(() -> asking.ofAll(request, "", wanted, ComparisonController::metrics));
        };
    }

    private static ResponseEntity<Object> metrics(FiguresDocument published) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(OpenMetrics.TYPE)
                .body(OpenMetrics.of(published));
    }

    private static ResponseEntity<Object> answer(Object document) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(document);
    }

    /** What needs the plans, and a question that can be read. */
    @FunctionalInterface
    private interface WithPlans {
        ResponseEntity<Object> answer(Wanted wanted, Map<String, PlanDefinition> plans);
    }

    private ResponseEntity<Object> read(Optional<String> indicator, Optional<String> period, WithPlans then) {
        return switch (Wanted.read(indicator, period)) {
            case Wanted.Read.Bad bad -> bad.response();
            case Wanted.Read.Good(Wanted wanted) ->
                runtime.plans()
                        .all()
                        .map(plans -> then.answer(wanted, plans))
                        .orElseGet(() -> Problems.notReady(Duration.ofSeconds(1)));
        };
    }
}
