package se.samordna.cli.county;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as ISO-8601 UTC with three decimals, quickly: the part up to the minute is kept from line to line. */
final class Stamp {
    private long minute = Long.MIN_VALUE;
    private String prefix = "";

    void on(Line line, long instant) {
        long now = Math.floorDiv(instant, Sweden.MINUTE);
        if (now != minute) {
            minute = now;
            prefix = LocalDateTime.ofInstant(Instant.ofEpochMilli(now * Sweden.MINUTE), ZoneOffset.UTC) + ":";
        }
        int rest = (int) (instant - now * Sweden.MINUTE);
        line.raw(prefix).padded(rest / 1000, 2).raw(".").padded(rest % 1000, 3).raw("Z");
    }
}
