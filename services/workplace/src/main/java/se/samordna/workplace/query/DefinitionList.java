package se.samordna.workplace.query;

import java.util.List;
import java.util.Optional;
import se.samordna.workplace.query.RuleList.Both;

/** What the indicators are. */
public record DefinitionList(List<Definition> definitions) {

    /**
     * One indicator.
     *
     * @param areas of the plans it belongs to
     * @param meaning what its two numbers count; none of a measure, whose plan says what it is
     */
    public record Definition(
            String id,
            String version,
            Both name,
            Unit unit,
            List<String> areas,
            List<Kpi> kolada,
            Optional<Meaning> meaning) {

        /** One that nothing is known of but its id. */
        public static Definition unknown(String id) {
            return new Definition(id, "1", new Both(id, id), Unit.PERCENT, List.of(), List.of(), Optional.empty());
        }

        static Definition of(Shape one) {
            return new Definition(
                    one.textOrEmpty("id"),
                    one.textOrEmpty("version"),
                    Both.of(one.in("name")),
                    Unit.of(one.textOrEmpty("unit")),
                    one.list("areas").stream()
                            .map(area -> area.node().asString())
                            .toList(),
                    one.list("kolada").stream().map(Kpi::of).toList(),
                    one.has("meaning") ? Optional.of(Meaning.of(one.in("meaning"))) : Optional.empty());
        }
    }

    /**
     * What the two numbers of a figure count.
     *
     * @param source in law or plan
     */
    public record Meaning(Both numerator, Both denominator, String source) {
        static Meaning of(Shape one) {
            return new Meaning(Both.of(one.in("numerator")), Both.of(one.in("denominator")), one.textOrEmpty("source"));
        }
    }

    /** A national figure and how ours differs from it. */
    public record Kpi(String id, String title, Both differs) {
        static Kpi of(Shape one) {
            return new Kpi(one.textOrEmpty("kpi"), one.textOrEmpty("title"), Both.of(one.in("differs")));
        }
    }

    /** The definition of an indicator, of the greatest version there is. */
    public Optional<Definition> of(String indicator) {
        return definitions.stream().filter(one -> one.id().equals(indicator)).reduce((_, later) -> later);
    }

    static DefinitionList of(Shape answer) {
        return new DefinitionList(
                answer.list("definitions").stream().map(Definition::of).toList());
    }
}
