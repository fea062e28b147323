package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.running.IndicatorsRuntime;
import se.samordna.streams.Answer;

/** Figures of municipalities and counties. Only a municipality's own role sees exact ones. */
@RestController
@RequestMapping("/api/indicators/v1")
final class FiguresController {

    private final Counties counties;
    private final OtherInstance others;
    private final Sources sources;
    private final IndicatorsRuntime runtime;

    FiguresController(Counties counties, OtherInstance others, Sources sources, IndicatorsRuntime runtime) {
        this.counties = counties;
        this.others = others;
        this.sources = sources;
        this.runtime = runtime;
    }

    /** Cells alone, one element each; of a municipality, of a county (two digits), or of all. */
    @GetMapping("/cells")
    ResponseEntity<Object> cells(
            HttpServletRequest request,
            @RequestParam Optional<String> municipality,
            @RequestParam Optional<String> indicator,
            @RequestParam Optional<String> period,
            @RequestParam(defaultValue = "false") boolean exact) {
        if (exact && municipality.isEmpty()) {
            return Problem.exactNeedsMunicipality().response();
        }
        return read(
                indicator,
                period,
                wanted -> municipality
                        .map(code -> ofArea(request, code, wanted, exact, figures -> figures.cellsAlone(csv(request))))
                        .orElseGet(() -> ofAll(request, "", wanted, figures -> figures.cellsAlone(csv(request)))));
    }

    @GetMapping("/municipalities/{code}/indicators")
    ResponseEntity<Object> indicators(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam Optional<String> indicator,
            @RequestParam Optional<String> period,
            @RequestParam(defaultValue = "false") boolean exact) {
        return read(
                indicator,
                period,
                wanted -> ofArea(request, code, wanted, exact, figures -> figures.answer(csv(request))));
    }

    /** One indicator, of a municipality or of all. */
    @GetMapping("/indicators/{id}")
    ResponseEntity<Object> indicator(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam Optional<String> period,
            @RequestParam Optional<String> municipality) {
        return read(
                Optional.of(id),
                period,
                wanted -> municipality
                        .map(code -> ofArea(request, code, wanted, false, figures -> figures.answer(csv(request))))
                        .orElseGet(() -> ofAll(request, id, wanted, figures -> figures.answer(csv(request)))));
    }

    /** A county's own figures: sums of its municipalities'. */
    @GetMapping("/counties/{code}/indicators")
    ResponseEntity<Object> county(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam Optional<String> indicator,
            @RequestParam Optional<String> period) {
        return read(
                indicator,
                period,
                wanted -> Counties.isCounty(code)
                        ? ofArea(request, code, wanted, false, figures -> figures.answer(csv(request)))
                        : Problem.unknownMunicipality().response());
    }

    /** All published cells of a county and its municipalities. */
    @GetMapping("/counties/{code}/cells")
    ResponseEntity<Object> countyCells(HttpServletRequest request, @PathVariable String code) {
        return Counties.isCounty(code)
                ? of(
                        request,
                        code,
                        found -> document(code, found, found.published(each -> true))
                                .answer(csv(request)))
                : Problem.unknownMunicipality().response();
    }

    /** A municipality's plan, area by area, with its figures. */
    @GetMapping("/municipalities/{code}/areas")
    ResponseEntity<Object> areas(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean exact) {
        if (Counties.isCounty(code) || !Counties.isArea(code)) {
            return Problem.unknownMunicipality().response();
        }
        if (exact && !Asker.isOwn(request)) {
            return Problem.notOwnMunicipality().response();
        }
        var plans = runtime.plans().all();
        if (plans.isEmpty()) {
            return Problem.notReady(Duration.ofSeconds(1));
        }
        return of(request, code, found -> {
            Predicate<CellKey> own = cell -> cell.municipality().equals(code);
            var cells = exact ? found.exactOf(code, own) : found.published(own);
            return ResponseEntity.ok(Areas.of(
                    code,
                    Optional.ofNullable(plans.get().get(code)),
                    cells,
                    found.asOf(),
                    found.from(),
                    sources.of(code, found.asOf())));
        });
    }

    private static ResponseEntity<Object> read(
            Optional<String> indicator, Optional<String> period, Function<Wanted, ResponseEntity<Object>> then) {
        return switch (Wanted.read(indicator, period)) {
            case Wanted.Read.Bad bad -> bad.response();
            case Wanted.Read.Good(Wanted wanted) -> then.apply(wanted);
        };
    }

    private ResponseEntity<Object> ofArea(
            HttpServletRequest request,
            String code,
            Wanted wanted,
            boolean exact,
            Function<FiguresDocument, ResponseEntity<Object>> answer) {
        if (!Counties.isArea(code)) {
            return Problem.unknownMunicipality().response();
        }
        if (exact && Counties.isCounty(code)) {
            return Problem.exactNeedsMunicipality().response();
        }
        if (exact && !Asker.isOwn(request)) {
            return Problem.notOwnMunicipality().response();
        }
        Predicate<CellKey> own = cell -> cell.municipality().equals(code) && wanted.test(cell);
        return of(
                request,
                code,
                found -> answer.apply(document(code, found, exact ? found.exactOf(code, own) : found.published(own))));
    }

    private ResponseEntity<Object> of(
            HttpServletRequest request, String area, Function<CountyFigures, ResponseEntity<Object>> found) {
        return switch (counties.ask(CellKey.county(area))) {
            case Answer.Found<CountyFigures>(CountyFigures figures, var _) -> found.apply(figures);
            case Answer.AskHost<CountyFigures>(var host) when !Asker.isForwarded(request) -> others.pass(request, host);
            case Answer.NotReady<CountyFigures>(Duration after) -> Problem.notReady(after);
            case Answer.AskHost<CountyFigures> _, Answer.Absent<CountyFigures> _ ->
                Problem.notReady(Duration.ofSeconds(1));
        };
    }

    /** Of every county there is; if one cannot be had, nothing is said, since a part would look like the whole. */
    private ResponseEntity<Object> ofAll(
            HttpServletRequest request,
            String name,
            Wanted wanted,
            Function<FiguresDocument, ResponseEntity<Object>> answer) {
        var all = new ArrayList<FiguresDocument>();
        for (String county : Counties.all()) {
            Optional<FiguresDocument> document = switch (counties.ask(county)) {
                case Answer.Found<CountyFigures>(CountyFigures figures, var _) ->
                    Optional.of(document(county, figures, figures.published(wanted)));
                case Answer.AskHost<CountyFigures>(var host)
                when !Asker.isForwarded(request) -> others.published(county, host);
                case Answer.AskHost<CountyFigures> _,
                        Answer.Absent<CountyFigures> _,
                        Answer.NotReady<CountyFigures> _ -> Optional.empty();
            };
            if (document.isEmpty()) {
                return Problem.notReady(Duration.ofSeconds(1));
            }
            all.add(document.get());
        }
        return answer.apply(together(name, wanted, all));
    }

    private FiguresDocument together(String name, Wanted wanted, List<FiguresDocument> all) {
        Optional<Instant> asOf = all.stream().anyMatch(each -> each.asOf() == null)
                ? Optional.empty()
                : all.stream()
                        .flatMap(each -> Optional.ofNullable(each.asOf()).stream())
                        .map(Instant::parse)
                        .min(Instant::compareTo);
        return new FiguresDocument(
                name,
                name,
                asOf.map(Instant::toString).orElse(null),
                all.stream().anyMatch(FiguresDocument::standby),
                all.stream().mapToLong(FiguresDocument::lag).max().orElse(0),
                sources.of("", asOf),
                all.stream()
                        .flatMap(each -> each.cells().stream())
                        .filter(cell ->
                                wanted.indicator().map(cell.indicator()::equals).orElse(true))
                        .filter(cell -> wanted.period()
                                .map(period -> period.code().equals(cell.period()))
                                .orElse(true))
                        .sorted(Comparator.comparing(CellDocument::indicator)
                                .thenComparing(CellDocument::municipality)
                                .thenComparing(CellDocument::period))
                        .toList());
    }

    private FiguresDocument document(String area, CountyFigures found, List<CellDocument> cells) {
        return new FiguresDocument(
                area,
                Counties.name(area),
                found.asOf().map(Instant::toString).orElse(null),
                found.from().standby(),
                found.from().lag(),
                sources.of(area, found.asOf()),
                cells);
    }

    private static boolean csv(HttpServletRequest request) {
        return Asker.wantsCsv(request);
    }
}
