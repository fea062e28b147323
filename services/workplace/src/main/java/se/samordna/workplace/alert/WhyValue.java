package se.samordna.workplace.alert;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.schemas.UuidText;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;

/**
 * The value of a condition in words. Coordination tells it in signs of no language: {@code 240 d (≥ 30 d)},
 * {@code 690 / 6740 min = 10.2 % (≥ 10 %)}, {@code ConcernReportReceived 2026-06-18T12:30:00Z <id>}. What is none of the
 * forms known here is shown as it came, but for ids, which say nothing to a reader.
 */
@Component
final class WhyValue {
    private static final Pattern ID = Pattern.compile(UuidText.FORM + "(/\\S*)?");
    private static final Pattern GAPS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}\\.\\d{1,9}");
    private static final Pattern SHARE =
            Pattern.compile("(\\d{1,9}) / (\\d{1,9}) min = (\\d{1,9}\\.\\d) % \\(≥ (\\d{1,3}) %\\)");
    private static final Pattern HELD_AGAINST =
            Pattern.compile("(?<value>.*?)(?<unit> [dh])? \\((?<sign>[≥≤]) (?<limit>\\d{1,9})(?: [dh])?\\)");
    private static final Pattern DAYS = Pattern.compile("(?<before>.*, )(?<days>\\d{1,9}) d");
    private static final Pattern LEVEL = Pattern.compile("(?<level>[1-3]) (?<at>\\S+)");

    private final Texts texts;
    private final Moments moments;

    WhyValue(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** @param code of what is asked, as {@code DUE} */
    String of(String code, String value) {
        String bare = ID.matcher(value).replaceAll("").strip();
        return switch (code) {
            case "DUE" -> parsed(bare, text -> moments.due(Instant.parse(text))).orElse(bare);
            case "LEVEL" -> level(bare);
            default -> share(bare).or(() -> heldAgainst(bare)).orElseGet(() -> ofDays(bare));
        };
    }

    private String level(String value) {
        Matcher parts = LEVEL.matcher(value);
        return parts.matches()
                ? texts.of("why.level", texts.of("level." + parts.group("level")), words(parts.group("at")))
                : words(value);
    }

    private Optional<String> share(String value) {
        Matcher parts = SHARE.matcher(value);
        return parts.matches()
                ? Optional.of(texts.of(
                        "why.share",
                        number(parts.group(1)),
                        number(parts.group(2)),
                        number(parts.group(3)),
                        number(parts.group(4))))
                : Optional.empty();
    }

    private Optional<String> heldAgainst(String value) {
        Matcher parts = HELD_AGAINST.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(parts.group("unit")).orElse("");
        return Optional.of(texts.of(
                parts.group("sign").equals("≥") ? "why.least" : "why.most",
                amount(parts.group("value"), unit),
                amount(parts.group("limit"), unit)));
    }

    private String amount(String number, String unit) {
        return switch (unit) {
            case " d" -> days(number);
            case " h" -> texts.of("why.hours", words(number));
            default -> words(number);
        };
    }

    private String days(String number) {
        return number.equals("1") ? texts.of("why.day") : texts.of("why.days", words(number));
    }

    private String ofDays(String value) {
        Matcher parts = DAYS.matcher(value);
        return parts.matches() ? words(parts.group("before")) + " " + days(parts.group("days")) : words(value);
    }

    private String words(String value) {
        return Stream.of(GAPS.split(value))
                .map(this::word)
                .collect(Collectors.joining(" "))
                .strip();
    }

    private String word(String word) {
        String comma = word.endsWith(",") ? "," : "";
        String bare = comma.isEmpty() ? word : word.substring(0, word.length() - 1);
        return Stream.of("event.", "agency.", "code.")
                        .flatMap(prefix -> texts.known(prefix + bare).stream())
                        .findFirst()
                        .or(() -> parsed(bare, text -> moments.at(Instant.parse(text))))
                        .or(() -> parsed(bare, text -> moments.day(LocalDate.parse(text))))
                        .orElseGet(() -> NUMBER.matcher(bare).matches() ? number(bare) : bare)
                + comma;
    }

    private String number(String digits) {
        return NumberFormat.getInstance(texts.language()).format(new BigDecimal(digits));
    }

    private static Optional<String> parsed(String text, Function<String, String> inWords) {
        try {
            return Optional.of(inWords.apply(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
