package se.samordna.coordination.running;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import se.samordna.alerts.Severity;
import se.samordna.coordination.AlertLine;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;

/**
 * The last word on an alert to a recipient, where it is filed, and what comes before what in a list of them.
 *
 * @param municipality empty where it is not known
 * @param at when it was told, by its child's clock
 */
record AlertRow(AlertLine line, String municipality, Instant at) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int WORST = 3;
    private static final int NONE_SAID = -1;
    private static final String SOCIAL_SERVICES = Agencies.wireName(Agency.SOCIAL_SERVICES);

    /** What was told last is what one does not know yet. */
    private static final Comparator<AlertRow> ENDED =
            Comparator.comparing(AlertRow::at).reversed();

    /** What is live before what is over, and of each what a coordinator looks for first; in the end by id, so total. */
    static Comparator<AlertRow> order(Instant now) {
        Comparator<AlertRow> pressing = pressingFirst(now);
        return Comparator.comparing(AlertRow::live)
                .reversed()
                .thenComparing((one, other) -> one.live() ? pressing.compare(one, other) : ENDED.compare(one, other))
                .thenComparing(row -> row.line.alertId());
    }

    /**
     * First the overdue. Of those and of the others first what an agency is asked, which waits for nobody else. Then of the
     * overdue the most severe rule's, of the others what presses most; of these what is due, or was, the earliest.
     */
    private static Comparator<AlertRow> pressingFirst(Instant now) {
        Instant tomorrow = now.plus(DAY);
        return Comparator.comparing((AlertRow row) -> row.overdue(now))
                .thenComparing(AlertRow::asked)
                .thenComparing(row -> row.overdue(now) ? row.severity() : row.pressing(tomorrow))
                .reversed()
                .thenComparing(row -> row.line.dueAt());
    }

    boolean live() {
        return line.live();
    }

    /** An alert in full says it itself, by its child's clock. */
    boolean overdue(Instant now) {
        return switch (line) {
            case AlertLine.Full full -> full.overdue();
            case AlertLine.Notice notice -> notice.dueAt().isBefore(now);
        };
    }

    int level() {
        return line instanceof AlertLine.Full full ? full.level() : 1;
    }

    /** What another agency's events ask of a school, the region or the police; their own rules they have besides. */
    boolean asked() {
        return line instanceof AlertLine.Notice && !line.recipient().equals(SOCIAL_SERVICES);
    }

    /** What its rule says of it; a notice does not say, and stands below what does. */
    int severity() {
        return line instanceof AlertLine.Full full
                ? Severity.valueOf(full.severity()).ordinal()
                : NONE_SAID;
    }

    /** Its level; of what may cost a child most if it is missed, and is due within a day, the worst. */
    int pressing(Instant tomorrow) {
        return severity() == Severity.CRITICAL.ordinal() && !line.dueAt().isAfter(tomorrow) ? WORST : level();
    }
}
