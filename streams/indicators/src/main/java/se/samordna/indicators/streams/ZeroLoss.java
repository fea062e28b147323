package se.samordna.indicators.streams;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.samordna.contributions.EventReceipts;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Kommunkod;
import se.samordna.streams.Receipt;
import se.samordna.streams.Receipts;

/**
 * I29-AGENCY: each event of an agency, once, in the month of the least instant it was received at; in the numerator those
 * that coordination has accounted for. The denominator is of what this application itself took from the topics, by its own
 * store, so that what coordination loses is seen. Uppföljning av det gemensamma underlaget (Östersund A7, Sjöbo J5).
 */
final class ZeroLoss {

    private ZeroLoss() {}

    /** What moves in the denominators by what was taken here. */
    static void tell(Receipts receipts, Consumer<Contribution> to) {
        receipts.tell(receipt -> cell(
                        receipt.place().agency().name(),
                        receipt.place().municipality(),
                        receipt.place().period())
                .ifPresent(cell -> to.accept(new Contribution.Move(cell, taken(receipt)))));
    }

    private static Figure taken(Receipt receipt) {
        return new Figure(0, receipt.total() - receipt.before());
    }

    /** Whether coordination can have said so: of a month or a day, and no less than nothing. */
    static boolean isRight(EventReceipts told) {
        return told.getTotal() >= 0
                && told.getPartition() >= 0
                && Period.parse(told.getPeriod())
                        .filter(period -> period.span() != Period.Span.MONTH)
                        .isEmpty();
    }

    /** What coordination says of one partition; none of a day, which is the balance's. */
    static Optional<Contribution> accounted(EventReceipts told) {
        return Stream.of(told.getAgency())
                .filter(Agencies.ALL::contains)
                .flatMap(agency -> cell(agency.name(), told.getMunicipality(), told.getPeriod()).stream())
                .<Contribution>map(cell -> new Contribution.Accounted(cell, told.getPartition(), told.getTotal()))
                .findFirst();
    }

    private static Optional<CellKey> cell(String agency, String municipality, String period) {
        return Kommunkod.of(municipality)
                .flatMap(_ -> Period.parse(period))
                .map(month -> Definitions.zeroLoss(agency).cell(municipality, month));
    }

    /**
     * Whether a cell may be told, with its values or as suppressed: one that does not add up only when its period is long
     * over and coordination has come past it, since what it has not read yet, or has taken and not yet told of, is no loss.
     * It speaks where something has happened, so it is not waited for longer than a quarter.
     *
     * @param exact what the cell comes to
     * @param heard how far coordination had come when it last spoke; empty where it never did
     */
    static boolean isSettled(CellKey cell, Figure exact, Instant asOf, Optional<Instant> heard) {
        Period period = cell.period();
        return !Definitions.isZeroLoss(cell.indicator())
                || exact.num() == exact.den()
                || overFor(period, 3, asOf)
                || overFor(period, 1, asOf)
                        && heard.filter(at -> !period.endedBy(at)).isEmpty();
    }

    private static boolean overFor(Period period, int months, Instant asOf) {
        return Period.month(period.last().plusMonths(months)).endedBy(asOf);
    }
}
