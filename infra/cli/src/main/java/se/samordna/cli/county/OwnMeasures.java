package se.samordna.cli.county;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import se.samordna.cli.county.OwnMeasure.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.measures.GoalPeriod;
import se.samordna.measures.PlanGoal;

/**
 * What a municipality with a plan counts of its own work: the measures that goals of its plan name, as often as those are
 * followed up, sent by the office whose they are some time after the period. What would have been sent in the year before
 * is sent at the beginning, as one that joins does, so that there is something to compare with. Now and then a period is
 * left out, and now and then one is sent wrong and put right later.
 */
final class OwnMeasures {
    private static final String MEASURE = "M.";
    private static final int PURPOSE = 0x4D45;
    private static final int GROWING_MONTHS = 24;
    private static final double LEFT_OUT = 0.07;
    private static final double PUT_RIGHT = 0.06;

    private final long seed;
    private final Municipality municipality;
    private final Window window;
    private final Ledger ledger;

    OwnMeasures(long seed, Municipality municipality, Window window, Ledger ledger) {
        this.seed = seed;
        this.municipality = municipality;
        this.window = window;
        this.ledger = ledger;
    }

    void tell() {
        for (PlanGoal goal : goals()) {
            String measure = goal.getIndicator().substring(MEASURE.length());
            // Dice of its own: a measure that is new changes nothing else.
            Dice dice = Dice.of(seed, municipality.number(), PURPOSE, measure.hashCode());
            OwnMeasure.of(measure).ifPresent(one -> tell(one, goal.getPeriod(), dice));
        }
    }

    private List<PlanGoal> goals() {
        return PlanFile.BUILT_IN.stream()
                .flatMap(name -> switch (PlanFile.builtIn(name)) {
                    case PlanFile.Read.Plan(var plan, var _) -> Stream.of(plan);
                    case PlanFile.Read.Faulty(var faults) ->
                        throw new IllegalStateException("a plan of our own is wrong: " + faults);
                })
                .filter(plan -> plan.getMunicipality().equals(municipality.code()))
                .flatMap(plan -> plan.getAreas().stream())
                .flatMap(area -> area.getGoals().stream())
                .filter(goal -> goal.getIndicator().startsWith(MEASURE))
                .toList();
    }

    private void tell(OwnMeasure measure, GoalPeriod often, Dice dice) {
        LocalDate first = window.from().minusYears(1);
        Period period = around(YearMonth.from(first), often);
        while (period.end().toEpochMilli() < window.end()) {
            tell(measure, period, first, dice);
            period = around(period.last().plusMonths(1), often);
        }
    }

    private static Period around(YearMonth month, GoalPeriod often) {
        return switch (often) {
            case MONTH -> Period.month(month);
            case QUARTER -> Period.quarter(month);
            case YEAR, UNKNOWN -> Period.year(month.getYear());
        };
    }

    private void tell(OwnMeasure measure, Period period, LocalDate first, Dice dice) {
        long months = GROWING_MONTHS - ChronoUnit.MONTHS.between(period.last(), YearMonth.from(window.until()));
        double grown = Math.clamp((double) months / GROWING_MONTHS, 0, 1);
        Figure figure = measure.in(municipality.children(), grown, dice);
        Figure wrong = new Figure(Math.max(0, figure.num() - 1 - figure.num() / 8), figure.den());
        String id = Id.event(dice);
        LocalDate day = Sweden.workingDay(period.last().atEndOfMonth().plusDays(daysAfter(period, dice)));
        long told = Sweden.at(day, Sweden.officeHour(dice));
        boolean leftOut = dice.chance(LEFT_OUT);
        boolean putRight = dice.chance(PUT_RIGHT);
        long later = Sweden.officeAfter(told, dice.waiting(20, 0.4), dice);
        if (leftOut || told < Sweden.startOf(first)) {
            return;
        }
        if (told < window.start()) {
            send(window.start(), measure, period, id, 1, figure);
            return;
        }
        send(told, measure, period, id, 1, putRight ? wrong : figure);
        if (putRight) {
            send(later, measure, period, id, 2, figure);
        }
    }

    /** A month is counted in a week or two, a year takes its time. */
    private static int daysAfter(Period period, Dice dice) {
        return switch (period.span()) {
            case MONTH, R12 -> dice.between(5, 15);
            case QUARTER -> dice.between(9, 24);
            case YEAR -> dice.between(18, 55);
        };
    }

    private void send(long at, OwnMeasure measure, Period period, String id, int revision, Figure figure) {
        if (at >= window.end()) {
            return;
        }
        String source = "urn:samordna:synthetic:" + municipality.code() + ":" + measure.sender();
        MeasurementLine line = new MeasurementLine(id, revision, municipality.code(), measure.measure(), period.code());
        ledger.add(at, line.of(figure.num(), String.valueOf(figure.den()), source));
    }
}
