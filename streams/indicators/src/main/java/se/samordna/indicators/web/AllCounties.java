package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.web.FiguresDocument.SourceDocument;
import se.samordna.streams.Answer;

/** What is published of every county, wherever it lies. */
@Component
final class AllCounties {

    private final Counties counties;
    private final OtherInstance others;
    private final Sources sources;

    AllCounties(Counties counties, OtherInstance others, Sources sources) {
        this.counties = counties;
        this.others = others;
        this.sources = sources;
    }

    /**
     * The published cells of all counties; none if one county cannot be had, since a part would look like the whole.
     *
     * @param request of whoever asks; where another instance asks for them, nobody else is asked
     */
    Optional<FiguresDocument> ask(String name, Wanted wanted, HttpServletRequest request) {
        boolean forwarded = Asker.isForwarded(request);
        var all = new ArrayList<FiguresDocument>();
        for (String county : Counties.all()) {
            Optional<FiguresDocument> document = switch (counties.ask(county)) {
                case Answer.Found<CountyFigures>(CountyFigures figures, var _) ->
                    Optional.of(document(county, figures, figures.published(wanted)));
                case Answer.AskHost<CountyFigures>(var host) when !forwarded -> others.published(county, request, host);
                case Answer.AskHost<CountyFigures> _,
                        Answer.Absent<CountyFigures> _,
                        Answer.NotReady<CountyFigures> _ -> Optional.empty();
            };
            if (document.isEmpty()) {
                return Optional.empty();
            }
            all.add(document.get());
        }
        return Optional.of(together(name, wanted, all));
    }

    private FiguresDocument together(String name, Wanted wanted, List<FiguresDocument> all) {
        Optional<Instant> asOf = all.stream().anyMatch(each -> each.asOf() == null)
                ? Optional.empty()
                : all.stream()
                        .flatMap(each -> Optional.ofNullable(each.asOf()).stream())
                        .map(Instant::parse)
                        .min(Instant::compareTo);
        var cells = all.stream()
                .flatMap(each -> each.cells().stream())
                .filter(cell -> wanted.test(cell.key()))
                .sorted(Comparator.comparing(CellDocument::indicator)
                        .thenComparing(CellDocument::municipality)
                        .thenComparing(CellDocument::period)
                        .thenComparingInt(CellDocument::version))
                .toList();
        var keys = cells.stream().map(CellDocument::key).collect(Collectors.toSet());
        return new FiguresDocument(
                name,
                Definitions.byId(name).map(each -> each.name().sv()).orElse(name),
                asOf.map(Instant::toString).orElse(null),
                all.stream().anyMatch(FiguresDocument::standby),
                all.stream().mapToLong(FiguresDocument::lag).max().orElse(0),
                SourceDocument.of(sources.of("", asOf), false),
                cells,
                all.stream()
                        .flatMap(each -> each.definitions().stream())
                        .distinct()
                        .filter(each -> cells.stream().anyMatch(each::isOf))
                        .sorted(Comparator.comparing(DefinitionDocument::id)
                                .thenComparingInt(DefinitionDocument::version))
                        .toList(),
                all.stream()
                        .flatMap(each -> each.restated().stream())
                        .filter(restated -> keys.contains(restated.key()))
                        .toList());
    }

    /** Published figures of one area with how fresh they are. */
    FiguresDocument document(String area, CountyFigures found, List<CellDocument> cells) {
        return FiguresDocument.of(area, found, sources.of(area, found.asOf()), cells);
    }

    /** Exact figures of a municipality, for itself alone, with how fresh they are. */
    FiguresDocument exact(String municipality, CountyFigures found, Predicate<CellKey> wanted) {
        return FiguresDocument.exact(
                municipality, found, sources.of(municipality, found.asOf()), found.exactOf(municipality, wanted));
    }
}
