package se.samordna.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samordna.indicators.cells.CellKey;
import se.samordna.streams.Answer;

/** Finds whoever has the figures asked for and lets an answer be made of them, or says why there is none just now. */
@Component
final class Asking {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Counties counties;
    private final AllCounties all;
    private final OtherInstance others;

    Asking(Counties counties, AllCounties all, OtherInstance others) {
        this.counties = counties;
        this.all = all;
        this.others = others;
    }

    /** @param area a municipality or a county */
    ResponseEntity<Object> of(
            HttpServletRequest request, String area, Function<CountyFigures, ResponseEntity<Object>> found) {
        return switch (counties.ask(CellKey.county(area))) {
            case Answer.Found<CountyFigures>(CountyFigures figures, var _) -> found.apply(figures);
            case Answer.AskHost<CountyFigures>(var host) when !Asker.isForwarded(request) -> others.pass(request, host);
            case Answer.NotReady<CountyFigures>(Duration after) -> Problems.notReady(after);
            case Answer.AskHost<CountyFigures> _, Answer.Absent<CountyFigures> _ -> Problems.notReady(SOON);
        };
    }

    /** What is published of every county. */
    ResponseEntity<Object> ofAll(
            HttpServletRequest request,
            String name,
            Wanted wanted,
            Function<FiguresDocument, ResponseEntity<Object>> answer) {
        return all.ask(name, wanted, request).map(answer).orElseGet(() -> Problems.notReady(SOON));
    }
}
