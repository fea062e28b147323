package se.samordna.cli.county;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Personnummer of the test range alone: birth numbers 238 (girls) and 239 (boys), with a right check digit. */
final class TestNumber {
    private TestNumber() {}

    /** Twelve digits. There is one number per day and sex. */
    static String of(LocalDate born, boolean girl) {
        String digits = born.format(DateTimeFormatter.BASIC_ISO_DATE) + (girl ? "238" : "239");
        return digits + checkDigit(digits.substring(2));
    }

    /** Luhn's check digit over the nine digits before it. */
    private static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
