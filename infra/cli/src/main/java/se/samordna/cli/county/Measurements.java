package se.samordna.cli.county;

import java.time.LocalDate;

/**
 * What every municipality measures without any child in it: how many children it has, and caseworkers' direct time.
 * What a plan asks for besides is in {@link OwnMeasures}.
 */
final class Measurements {
    private static final String STATISTICS = "urn:samordna:synthetic:statistics";
    private static final int CHILDREN_PER_CASEWORKER = 900;
    private static final int MINUTES_A_MONTH = 9_000;

    private final Municipality municipality;
    private final Window window;
    private final Ledger ledger;
    private final Dice dice;

    Measurements(long seed, Municipality municipality, Window window, Ledger ledger) {
        this.municipality = municipality;
        this.window = window;
        this.ledger = ledger;
        this.dice = Dice.of(seed, municipality.number(), 0x4D);
    }

    void tell() {
        population();
        directTime();
    }

    private void population() {
        int before = window.from().getYear() - 1;
        measured(window.start(), "population-0-17", String.valueOf(before), municipality.children(), "null");
        for (int year = before + 1; year < window.until().getYear(); year++) {
            long told = Sweden.at(LocalDate.of(year + 1, 2, 20), 9);
            measured(told, "population-0-17", String.valueOf(year), municipality.children(), "null");
        }
    }

    /** A share of the working time with child or guardian that grows from a tenth towards the plan's fifth. */
    private void directTime() {
        int staff = Math.max(2, municipality.children() / CHILDREN_PER_CASEWORKER + 1);
        double share = dice.between(0.09, 0.13);
        for (LocalDate month = window.from().withDayOfMonth(1);
                month.isBefore(window.until());
                month = month.plusMonths(1)) {
            int worked = staff * (MINUTES_A_MONTH + dice.between(-600, 600));
            share = Math.min(0.2, share + dice.between(0.0, 0.008));
            long told = Sweden.at(Sweden.workingDay(month.plusMonths(1).withDayOfMonth(8)), 10);
            measured(
                    told,
                    "direct-time",
                    month.toString().substring(0, 7),
                    (int) (worked * share),
                    String.valueOf(worked));
        }
    }

    private void measured(long at, String measure, String period, int num, String den) {
        String id = Id.event(dice);
        if (at < window.start() || at >= window.end()) {
            return;
        }
        MeasurementLine line = new MeasurementLine(id, 1, municipality.code(), measure, period);
        ledger.add(at, line.of(num, den, STATISTICS));
    }
}
