package se.samordna.workplace.timeline;

import java.time.Instant;
import java.time.LocalDate;

/** What the picture needs said, in one language. */
public interface Words {
    /** A day as people write it. */
    String day(Instant at);

    /** A day as people write it. */
    String day(LocalDate day);

    /** A due time; one at a day's end is that day. */
    String due(Instant at);

    /** A month's short name, with its year in January. */
    String month(LocalDate first);

    /** A day of the week with its number: "mån 22". */
    String weekday(LocalDate day);

    /** A day with its month: "22 juni". */
    String dayOfMonth(LocalDate day);

    /** A text of the messages. */
    String of(String key, Object... with);

    /** The name of a code from outside, or the code. */
    String orCode(String prefix, String code);
}
