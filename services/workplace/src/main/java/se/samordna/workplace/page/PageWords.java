package se.samordna.workplace.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import se.samordna.workplace.timeline.Words;

/** The picture's words, from the pages' own. */
@Component
final class PageWords implements Words {
    private final Texts texts;
    private final Moments moments;

    PageWords(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    @Override
    public String day(Instant at) {
        return moments.day(at);
    }

    @Override
    public String day(LocalDate day) {
        return moments.day(day);
    }

    @Override
    public String due(Instant at) {
        return moments.due(at);
    }

    @Override
    public String month(LocalDate first) {
        return DateTimeFormatter.ofPattern(first.getMonthValue() == 1 ? "MMM yyyy" : "MMM", texts.language())
                .format(first);
    }

    @Override
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d", texts.language()).format(day);
    }

    @Override
    public String dayOfMonth(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", texts.language()).format(day);
    }

    @Override
    public String of(String key, Object... with) {
        return texts.of(key, with);
    }

    @Override
    public String orCode(String prefix, String code) {
        return texts.orCode(prefix, code);
    }
}
