package se.samordna.workplace.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The alert rules in force, as coordination tells them.
 *
 * @param absence the numbers that the rules which see absence share
 */
public record RuleList(String absenceVersion, List<Number> absence, List<Rule> rules) {

    /** A number that no law gives, and what it means in each language. */
    public record Number(String value, Both meaning) {
        static Number of(Shape number) {
            return new Number(number.textOrEmpty("value"), Both.of(number.in("meaning")));
        }
    }

    /** One text in both languages. */
    public record Both(String sv, String en) {
        static Both of(Shape text) {
            return new Both(text.textOrEmpty("sv"), text.textOrEmpty("en"));
        }

        public String in(Locale language) {
            return language.getLanguage().equals("sv") ? sv : en;
        }
    }

    /**
     * Who is told.
     *
     * @param notice the code; empty: the alert in full
     * @param ground what the ledger records, or ANCHOR for that of the event the alert rests on
     */
    public record Recipient(String agency, Optional<String> notice, boolean consent, String ground) {
        static Recipient of(Shape to) {
            return new Recipient(
                    to.textOrEmpty("agency"), to.text("notice"), to.flag("consent"), to.textOrEmpty("ground"));
        }
    }

    /** As what its alerts were closed over 90 days. */
    public record NotUseful(long closed, long handled, long notNeeded, long notUseful, long wrong, boolean often) {}

    /** One rule. */
    public record Rule(
            String id,
            String version,
            String settingsVersion,
            Both explanation,
            String basis,
            List<Recipient> tells,
            List<Number> numbers,
            boolean seesAbsence,
            Optional<NotUseful> notUseful) {

        static Rule of(Shape rule) {
            return new Rule(
                    rule.textOrEmpty("id"),
                    rule.textOrEmpty("version"),
                    rule.textOrEmpty("settingsVersion"),
                    Both.of(rule.in("explanation")),
                    rule.textOrEmpty("basis"),
                    rule.list("tells").stream().map(Recipient::of).toList(),
                    rule.list("numbers").stream().map(Number::of).toList(),
                    rule.flag("seesAbsence"),
                    notUseful(rule.in("notUseful")));
        }

        private static Optional<NotUseful> notUseful(Shape said) {
            OptionalLong closed = said.number("closed");
            return closed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new NotUseful(
                            closed.getAsLong(),
                            said.number("handled").orElse(0),
                            said.number("notNeeded").orElse(0),
                            said.number("notUseful").orElse(0),
                            said.number("wrong").orElse(0),
                            said.flag("often")));
        }
    }

    static RuleList of(Shape answer) {
        return new RuleList(
                answer.in("absence").textOrEmpty("version"),
                answer.in("absence").list("numbers").stream().map(Number::of).toList(),
                answer.list("rules").stream().map(Rule::of).toList());
    }
}
