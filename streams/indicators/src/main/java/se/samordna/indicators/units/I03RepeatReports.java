package se.samordna.indicators.units;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Fact;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.View;

/**
 * I03: children with a report of concern in the period; in the numerator if one of these came within 365 days after
 * another, in whatever municipality. Återaktualisering (Sjöbo J3).
 */
record I03RepeatReports() implements UnitIndicator {

    private static final int DAYS = 365;

    @Override
    public Definition definition() {
        return Definitions.REPEAT_REPORTS;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(ConcernReportReceived.class);
    }

    @Override
    public List<Unit> units(View facts) {
        Optional<Fact<?>> before = Optional.empty();
        var units = new ArrayList<Unit>();
        for (Fact<?> report : facts.of(ConcernReportReceived.class)) {
            Instant yearBefore = Calendar.plusDays(report.at(), -DAYS);
            boolean again = before.filter(last -> last.at().isAfter(yearBefore)).isPresent();
            units.add(Unit.at(report, Figure.one(again)));
            before = Optional.of(report);
        }
        return units;
    }

    @Override
    public Figure ofChild(Figure reports) {
        return reports.den() > 0 ? Figure.one(reports.num() > 0) : Figure.NONE;
    }
}
