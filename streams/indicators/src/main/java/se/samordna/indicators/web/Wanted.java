package se.samordna.indicators.web;

import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Period;
import se.samordna.streams.web.Problem;

/** Which cells are asked for: of an indicator, of a period, or all. */
record Wanted(Optional<String> indicator, Optional<Period> period) implements Predicate<CellKey> {

    /** Either what is wanted, or why that cannot be. */
    sealed interface Read {
        record Good(Wanted wanted) implements Read {}

        record Bad(Problem problem) implements Read {
            ResponseEntity<Object> response() {
                return problem.response();
            }
        }
    }

    static Read read(Optional<String> indicator, Optional<String> period) {
        if (indicator.filter(id -> Definitions.byId(id).isEmpty()).isPresent()) {
            return new Read.Bad(Problems.unknownIndicator());
        }
        Optional<Period> parsed = period.flatMap(Period::parse);
        if (period.isPresent() && parsed.isEmpty()) {
            return new Read.Bad(Problems.badPeriod());
        }
        return new Read.Good(new Wanted(indicator, parsed));
    }

    /** The span a word names: that of periods, but for the rolling year. */
    static Optional<Period.Span> span(String word) {
        return switch (word) {
            case "month" -> Optional.of(Period.Span.MONTH);
            case "quarter" -> Optional.of(Period.Span.QUARTER);
            case "year" -> Optional.of(Period.Span.YEAR);
            case "rolling" -> Optional.of(Period.Span.R12);
            default -> Optional.empty();
        };
    }

    @Override
    public boolean test(CellKey cell) {
        return indicator.map(cell.indicator()::equals).orElse(true)
                && period.map(cell.period()::equals).orElse(true);
    }
}
