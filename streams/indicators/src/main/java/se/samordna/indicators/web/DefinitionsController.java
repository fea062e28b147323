package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Kolada;
import se.samordna.indicators.running.IndicatorsRuntime;
import se.samordna.streams.web.Csv;

/** What the indicators are. Of no municipality and no child. */
@RestController
@RequestMapping("/api/indicators/v1")
final class DefinitionsController {

    private static final String HEADING = "id,version,nameSv,nameEn,unit,areas,kolada";

    /** @param definitions by id: every indicator, and the measures that have a national figure beside them */
    record All(List<DefinitionDocument> definitions) {}

    private final IndicatorsRuntime runtime;

    DefinitionsController(IndicatorsRuntime runtime) {
        this.runtime = runtime;
    }

    @GetMapping("/definitions")
    ResponseEntity<Object> definitions(HttpServletRequest request) {
        List<DefinitionDocument> all = Stream.concat(
                        runtime.catalogue().all().stream().map(DefinitionDocument::of),
                        Kolada.all().keySet().stream()
                                .filter(Definitions::isMeasure)
                                .flatMap(id -> DefinitionDocument.of(id).stream()))
                .sorted(Comparator.comparing(DefinitionDocument::id).thenComparing(DefinitionDocument::version))
                .toList();
        return Asker.wantsCsv(request) ? csv(all).answer() : ResponseEntity.ok(new All(all));
    }

    private static Csv csv(List<DefinitionDocument> all) {
        var csv = new Csv(HEADING);
        all.forEach(each -> csv.row(
                each.id(),
                each.version(),
                each.name().sv(),
                each.name().en(),
                each.unit(),
                Csv.together(each.areas()),
                Csv.together(each.kolada().stream()
                        .map(DefinitionDocument.KoladaDocument::kpi)
                        .toList())));
        return csv;
    }
}
