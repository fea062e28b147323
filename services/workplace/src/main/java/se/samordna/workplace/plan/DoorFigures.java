package se.samordna.workplace.plan;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.CellsAnswer;
import se.samordna.workplace.query.PlanAnswer;
import se.samordna.workplace.query.Queries;
import se.samordna.workplace.query.SeriesAnswer;

/**
 * Asks for the figures that a door shows: what is published, or the municipality's own exact figures, each with what is
 * published in its place. Whether someone may have those is for the indicators to say.
 */
@Component
final class DoorFigures {
    private final Queries queries;

    DoorFigures(Queries queries) {
        this.queries = queries;
    }

    Answer<PlanAnswer> plan(Door door, String municipality, String period) {
        return of(door, exact -> queries.plan(municipality, period, exact), PlanAnswer::beside);
    }

    Answer<SeriesAnswer> series(Door door, String municipality, String indicator) {
        return of(door, exact -> queries.series(municipality, indicator, exact), SeriesAnswer::beside);
    }

    Answer<CellsAnswer> cells(Door door, String municipality) {
        return of(door, exact -> queries.figures(municipality, exact), CellsAnswer::beside);
    }

    /** Without what is published no exact figure is shown: it could not be said which may be told. */
    private static <T> Answer<T> of(Door door, Function<Boolean, Answer<T>> ask, BinaryOperator<T> beside) {
        if (!door.isExact()) {
            return ask.apply(false);
        }
        Answer<T> answer = ask.apply(true);
        if (!(answer instanceof Answer.Found<T>(T exact))) {
            return answer;
        }
        Answer<T> outside = ask.apply(false);
        return outside instanceof Answer.Found<T>(T published)
                ? new Answer.Found<>(beside.apply(exact, published))
                : outside;
    }
}
