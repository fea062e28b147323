package se.samordna.indicators.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.web.AreasDocument.AreaDocument;
import se.samordna.indicators.web.AreasDocument.GoalDocument;
import se.samordna.indicators.web.AreasDocument.LatestDocument;
import se.samordna.indicators.web.FiguresDocument.SourceDocument;
import se.samordna.streams.web.Csv;

/** A plan with its figures as a table: one row a goal. */
final class AreasCsv {

    private static final String HEADING = "municipality,version,area,areaSv,areaEn,indicator,text,direction,target,"
            + "baseline,period,owner,figurePeriod,num,den,suppressed,value,unit,reached,countyPeriod,countyValue,restatedSince,"
            + "running,kolada,asOf,silentSources";

    private AreasCsv() {}

    static Csv of(AreasDocument document) {
        var csv = new Csv(HEADING);
        document.areas().forEach(area -> area.goals().forEach(goal -> row(csv, document, area, goal)));
        return csv;
    }

    private static void row(Csv csv, AreasDocument document, AreaDocument area, GoalDocument goal) {
        Optional<LatestDocument> latest = Optional.ofNullable(goal.latest());
        Optional<LatestDocument> county = Optional.ofNullable(goal.county());
        csv.row(
                document.municipality(),
                document.version(),
                area.id(),
                area.name().sv(),
                area.name().en(),
                goal.indicator(),
                goal.text(),
                goal.direction(),
                goal.target(),
                goal.baseline(),
                goal.period(),
                goal.owner(),
                orNull(latest.map(LatestDocument::period)),
                orNull(latest.map(LatestDocument::num)),
                orNull(latest.map(LatestDocument::den)),
                latest.isEmpty() && area.withholds(goal.indicator()),
                orNull(latest.map(LatestDocument::value)),
                orNull(latest.map(LatestDocument::unit)),
                goal.reached(),
                orNull(county.map(LatestDocument::period)),
                orNull(county.map(LatestDocument::value)),
                orNull(latest.flatMap(each -> Optional.ofNullable(each.restatedSince()))),
                orNull(latest.map(each -> Running.at(document.asOf(), each.period()))),
                Csv.together(goal.kolada().stream()
                        .map(DefinitionDocument.KoladaDocument::kpi)
                        .toList()),
                document.asOf(),
                SourceDocument.silent(document.sources()));
    }

    private static @Nullable Object orNull(Optional<?> value) {
        return value.orElse(null);
    }
}
