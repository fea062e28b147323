package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
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

/** Figures of municipalities and counties. Only a municipality's own role sees exact ones. */
@RestController
@RequestMapping("/api/indicators/v1")
final class FiguresController {

    private final Asking asking;
    private final AllCounties all;

    FiguresController(Asking asking, AllCounties all) {
        this.asking = asking;
        this.all = all;
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
            return Problems.exactNeedsMunicipality().response();
        }
        return read(
                indicator,
                period,
                wanted -> municipality
                        .map(code -> ofArea(request, code, wanted, exact, figures -> figures.cellsAlone(csv(request))))
                        .orElseGet(
                                () -> asking.ofAll(request, "", wanted, figures -> figures.cellsAlone(csv(request)))));
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
                        .orElseGet(() -> asking.ofAll(request, id, wanted, figures -> figures.answer(csv(request)))));
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
                        : Problems.unknownMunicipality().response());
    }

    /** All published cells of a county and its municipalities. */
    @GetMapping("/counties/{code}/cells")
    ResponseEntity<Object> countyCells(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam Optional<String> indicator,
            @RequestParam Optional<String> period) {
        return read(
                indicator,
                period,
                wanted -> Counties.isCounty(code)
                        ? asking.of(
                                request,
                                code,
                                found -> all.document(code, found, found.published(wanted))
                                        .answer(csv(request)))
                        : Problems.unknownMunicipality().response());
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
            return Problems.unknownMunicipality().response();
        }
        if (exact && Counties.isCounty(code)) {
            return Problems.exactNeedsMunicipality().response();
        }
        if (exact && !Asker.isShownExact(request, code)) {
            return Problems.notOwnMunicipality().response();
        }
        Predicate<CellKey> own = cell -> cell.municipality().equals(code) && wanted.test(cell);
        return asking.of(
                request,
                code,
                found -> answer.apply(
                        exact ? all.exact(code, found, wanted) : all.document(code, found, found.published(own))));
    }

    private static boolean csv(HttpServletRequest request) {
        return Asker.wantsCsv(request);
    }
}
