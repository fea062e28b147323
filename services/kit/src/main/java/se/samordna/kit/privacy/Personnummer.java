package se.samordna.kit.privacy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Swedish personnummer or samordningsnummer (FOL 1991:481 18 §; SFS 2022:1697), held only as long as it takes to make
 * a pseudonym of it, to seal it or to show it to one who may see it. It never prints itself.
 */
public final class Personnummer {

    private static final Pattern TWELVE = Pattern.compile("(\\d{8})[-+]?(\\d{4})");
    private static final Pattern TEN = Pattern.compile("(\\d{2})(\\d{4})([-+]?)(\\d{4})");
    private static final int COORDINATION_DAY = 60;
    private static final int EARLIEST_YEAR = 1800;
    private static final int LATEST_YEAR = 2099;

    private final String digits;

    private Personnummer(String digits) {
        this.digits = digits;
    }

    /**
     * Reads one in twelve digits, or in ten with the century told by the sign: {@code +} from the year the person turns
     * a hundred, {@code -} or nothing before it.
     *
     * @param text as sent
     * @param today the local day on which it is read, for the century of a short one
     * @return empty if the form, the date (day or day + 60) or the check digit is wrong
     */
    public static Optional<Personnummer> parse(String text, LocalDate today) {
        Matcher twelve = TWELVE.matcher(text);
        if (twelve.matches()) {
            return checked(twelve.group(1) + twelve.group(2));
        }
        Matcher ten = TEN.matcher(text);
        if (!ten.matches()) {
            return Optional.empty();
        }
        int year = mostRecent(Integer.parseInt(ten.group(1)), ten.group(2), today);
        if (ten.group(3).equals("+")) {
            year -= 100;
        }
        return checked(year + ten.group(2) + ten.group(4));
    }

    /** The latest year with these last two digits in which the birthday has been. */
    private static int mostRecent(int lastTwoDigits, String monthAndDay, LocalDate today) {
        int year = today.getYear() - Math.floorMod(today.getYear() - lastTwoDigits, 100);
        int day = Integer.parseInt(monthAndDay) % 100;
        int birthday = Integer.parseInt(monthAndDay) - (day > COORDINATION_DAY ? COORDINATION_DAY : 0);
        boolean ahead = year == today.getYear() && birthday > today.getMonthValue() * 100 + today.getDayOfMonth();
        return ahead ? year - 100 : year;
    }

    private static Optional<Personnummer> checked(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        boolean real = year >= EARLIEST_YEAR
                && year <= LATEST_YEAR
                && validDate(year, number(digits, 4), number(digits, 6))
                && rightCheckDigit(digits, 2);
        return real ? Optional.of(new Personnummer(digits)) : Optional.empty();
    }

    private static int number(CharSequence digits, int at) {
        return (digits.charAt(at) - '0') * 10 + (digits.charAt(at + 1) - '0');
    }

    /** Whether such a day exists, as it is or with sixty added (samordningsnummer). */
    static boolean validDate(int year, int month, int day) {
        int calendarDay = day > COORDINATION_DAY ? day - COORDINATION_DAY : day;
        return month >= 1
                && month <= 12
                && calendarDay >= 1
                && calendarDay <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** The Luhn check over the ten digits from {@code at}. */
    static boolean rightCheckDigit(CharSequence digits, int at) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int weighted = (digits.charAt(at + i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The twelve digits, for the pseudonym and the vault alone. */
    String digits() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personnummer that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Nothing of the number, so that a log or a message can never hold it. */
    @Override
    public String toString() {
        return "personnummer ********-****";
    }
}
