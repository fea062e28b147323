package se.samordna.coordination.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.samordna.rules.Agency;
import se.samordna.rules.Card;
import se.samordna.rules.Disclose;
import se.samordna.rules.Ground;
import se.samordna.rules.Reads;
import se.samordna.rules.Rule;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.rules.SettingNumber;

/**
 * The rules in force as the outside reads them: what each looks for and why, on what law, who is told on which ground, and
 * the numbers that no law gives.
 *
 * @param absence what the rules that see absence share
 */
public record RulesDocument(Numbers absence, List<Sheet> rules) {

    /** Settings with what each number means. */
    public record Numbers(int version, List<Figure> numbers) {

        static Numbers of(Rule.Settings settings) {
            return new Numbers(
                    settings.version(),
                    SettingNumber.of(settings).stream().map(Figure::of).toList());
        }
    }

    /** One number: an integer, or a time of day as text. */
    public record Figure(String name, Object value, Card.Text meaning) {

        static Figure of(SettingNumber number) {
            Object value = number.value() instanceof Integer
                    ? number.value()
                    : number.value().toString();
            return new Figure(
                    number.name(),
                    value,
                    new Card.Text(number.words().sv(), number.words().en()));
        }
    }

    /**
     * One rule.
     *
     * @param settingsVersion as its alerts carry it
     * @param explanation with the numbers in force
     * @param settings version and numbers by name
     * @param numbers the same with what each means
     * @param seesAbsence whether the numbers of absence are among what decides it
     * @param notUseful what coordinators said of its alerts; where nobody knows: not there
     */
    public record Sheet(
            String id,
            int version,
            String settingsVersion,
            String name,
            Card.Text sentence,
            Card.Text explanation,
            String basis,
            String nextStep,
            String severity,
            String worst,
            String reads,
            List<Recipient> tells,
            List<String> concerns,
            Object settings,
            List<Figure> numbers,
            boolean seesAbsence,

            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<NotUseful> notUseful) {}

    /**
     * Who is told: in full, or by a coded notice, which may need a consent.
     *
     * @param ground what the ledger records: a ground, or ANCHOR for that of the anchor's event
     */
    public record Recipient(String agency, Optional<String> notice, boolean consent, String ground) {}

    /**
     * How precise it is: as what its alerts were closed over 90 days, and how often as not useful. Whoever asks is told, so
     * only of many: a single closed alert would tell that there was one.
     *
     * @param closed alerts closed for any reason in that time
     * @param handled of these: something came of it
     * @param notNeeded it was right, and nothing was needed
     * @param notUseful it was right, and of no use
     * @param wrong it did not hold
     * @param often whether more than 30 % were not useful: the rule is to be looked at
     */
    public record NotUseful(int closed, int handled, int notNeeded, int notUseful, int wrong, boolean often) {
        private static final int FEW = 20;

        /** Whether so many were closed that it tells of nobody. */
        public boolean isOfMany() {
            return closed > FEW;
        }
    }

    /** The rules alone, nobody having said what use they are. */
    public static RulesDocument of(Rules rules) {
        return of(rules, _ -> Optional.empty());
    }

    /** @param said what coordinators said of a rule */
    public static RulesDocument of(Rules rules, Function<RuleId, Optional<NotUseful>> said) {
        Disclose policy = new Disclose(rules);
        return new RulesDocument(
                Numbers.of(rules.absence()),
                rules.all().stream()
                        .map(rule -> sheet(
                                rules, rule, policy, said.apply(rule.card().id())))
                        .toList());
    }

    private static Sheet sheet(Rules rules, Rule rule, Disclose policy, Optional<NotUseful> said) {
        Card card = rule.card();
        return new Sheet(
                card.id().name(),
                card.version(),
                rules.settingsVersion(rule),
                card.name(),
                card.sentences(),
                rules.explanation(rule),
                card.basis(),
                card.nextStep(),
                card.severity().name(),
                card.worst().name(),
                reads(card.reads()),
                card.tells().stream()
                        .map(tells -> new Recipient(
                                tells.to().name(), tells.notice(), tells.consent(), ground(policy, card, tells.to())))
                        .toList(),
                card.concerns().stream().map(Class::getSimpleName).sorted().toList(),
                rule.settings(),
                Numbers.of(rule.settings()).numbers(),
                rules.seesAbsence(rule),
                said);
    }

    private static String reads(Reads reads) {
        return switch (reads) {
            case Reads.Own(Agency agency) -> "own " + agency.name();
            case Reads.Released _ -> "released";
        };
    }

    private static String ground(Disclose policy, Card card, Agency recipient) {
        // Asked for an anchor on a ground that no rule tells on by itself: where that is recorded, it is the anchor's.
        Map<Ground, String> names = Map.of(Ground.INVESTIGATION_DUTY, "ANCHOR");
        return switch (policy.allowed(card.id(), recipient, Ground.INVESTIGATION_DUTY)) {
            case Disclose.Allowed.Nothing() -> "";
            case Disclose.Allowed.Coded(String _, boolean _, Ground ground) ->
                names.getOrDefault(ground, ground.name());
            case Disclose.Allowed.ByAlert(List<String> _, Ground ground) -> names.getOrDefault(ground, ground.name());
            case Disclose.Allowed.IfCaseOpen(String _, Ground ground) -> names.getOrDefault(ground, ground.name());
            case Disclose.Allowed.Full(Ground ground) -> names.getOrDefault(ground, ground.name());
        };
    }
}
