package se.samordna.workplace.query;

import java.util.List;
import se.samordna.workplace.query.RuleList.Both;

/** What the indicators are. */
public record DefinitionList(List<Definition> definitions) {

    /**
     * One indicator.
     *
     * @param areas of the plans it belongs to
     * @param unit PERCENT, PER_1000 or DAYS
     */
    public record Definition(String id, String version, Both name, String unit, List<String> areas, List<Kpi> kolada) {
        static Definition of(Shape one) {
            return new Definition(
                    one.textOrEmpty("id"),
                    one.textOrEmpty("version"),
                    Both.of(one.in("name")),
                    one.textOrEmpty("unit"),
                    one.list("areas").stream()
                            .map(area -> area.node().asString())
                            .toList(),
                    one.list("kolada").stream().map(Kpi::of).toList());
        }
    }

    /** A national figure and how ours differs from it. */
    public record Kpi(String id, String title, Both differs) {
        static Kpi of(Shape one) {
            return new Kpi(one.textOrEmpty("kpi"), one.textOrEmpty("title"), Both.of(one.in("differs")));
        }
    }

    static DefinitionList of(Shape answer) {
        return new DefinitionList(
                answer.list("definitions").stream().map(Definition::of).toList());
    }
}
