package se.samordna.indicators.web;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samordna.indicators.running.IndicatorsRuntime;
import se.samordna.indicators.streams.CellLookup;
import se.samordna.schemas.Kommunkod;
import se.samordna.streams.Answer;

/** The figures of counties, from the state of the streams. */
@Component
final class Counties {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final IndicatorsRuntime runtime;

    Counties(IndicatorsRuntime runtime) {
        this.runtime = runtime;
    }

    /** All county codes. */
    static List<String> all() {
        return Kommunkod.all().stream()
                .map(Kommunkod::county)
                .distinct()
                .sorted()
                .toList();
    }

    static boolean isArea(String code) {
        return Kommunkod.of(code).isPresent() || isCounty(code);
    }

    static boolean isCounty(String code) {
        return code.length() == 2 && Kommunkod.isCounty(code);
    }

    /** What a municipality or county is called. */
    static String name(String code) {
        return Kommunkod.of(code)
                .map(Kommunkod::name)
                .or(() -> Kommunkod.countyName(code))
                .orElse(code);
    }

    Answer<CountyFigures> ask(String county) {
        return switch (runtime.cells().map(cells -> cells.ask(county)).orElseGet(() -> new Answer.NotReady<>(SOON))) {
            case Answer.Found<CellLookup.County>(var found, var from) ->
                new Answer.Found<>(CountyFigures.of(runtime.catalogue(), found, from), from);
            case Answer.Absent<CellLookup.County>(var from) -> new Answer.Absent<>(from);
            case Answer.AskHost<CellLookup.County>(var host) -> new Answer.AskHost<>(host);
            case Answer.NotReady<CellLookup.County>(var after) -> new Answer.NotReady<>(after);
        };
    }
}
