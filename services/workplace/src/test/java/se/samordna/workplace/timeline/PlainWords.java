package se.samordna.workplace.timeline;

import java.time.Instant;
import java.time.LocalDate;

/** Keys and ISO days in place of words. */
final class PlainWords implements Words {
    @Override
    public String day(Instant at) {
        return at.atZone(TimelineTest.ZONE).toLocalDate().toString();
    }

    @Override
    public String day(LocalDate day) {
        return day.toString();
    }

    @Override
    public String due(Instant at) {
        return day(at);
    }

    @Override
    public String month(LocalDate first) {
        return first.toString();
    }

    @Override
    public String weekday(LocalDate day) {
        return day.toString();
    }

    @Override
    public String dayOfMonth(LocalDate day) {
        return day.toString();
    }

    @Override
    public String of(String key, Object... with) {
        return with.length == 0 ? key : key + " " + with[0];
    }

    @Override
    public String orCode(String prefix, String code) {
        return code;
    }
}
