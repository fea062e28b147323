package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** What is told, as a line of a story: rule or code, status, level, from, due, in local time. */
final class ToldLine {

    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private ToldLine() {}

    static String of(Telling telling) {
        return switch (telling) {
            case Notice n -> n.code() + " " + n.status() + " due " + local(n.dueAt());
            case Alert a ->
                a.rule() + " " + a.status() + " " + a.level() + " from " + local(a.openedAt()) + " due "
                        + local(a.dueAt())
                        + a.resolvedAt().map(t -> " ended " + local(t)).orElse("")
                        + (a.overdue() ? " overdue" : "");
        };
    }

    private static String local(Instant at) {
        return MINUTE.format(LocalDateTime.ofInstant(at, Calendar.ZONE));
    }
}
