package se.samordna.workplace.plan;

import java.util.Optional;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.DefinitionList;
import se.samordna.workplace.query.PlanAnswer;
import se.samordna.workplace.query.Unit;

/**
 * What indicators are called and where they are told of.
 *
 * @param definitions empty where they could not be had: then ids stand for names
 * @param municipality whose figures links lead to
 * @param kept what links keep to
 */
record Names(Texts texts, DefinitionList definitions, Door door, Optional<String> municipality, Kept kept) {

    /** Ours, else what its definition says, else what the plan calls it; a measure's definition only repeats its id. */
    String of(String indicator, String inPlan) {
        return texts.known("indicator." + indicator)
                .or(() -> definitions
                        .of(indicator)
                        .map(one -> one.name().in(texts.language()))
                        .filter(name -> !name.equals(indicator))
                        .map(name -> ofPart(name, indicator)))
                .orElse(inPlan.isEmpty() ? indicator : inPlan);
    }

    /** One that is counted for each rule or agency has that one's name too: {@code I20-R07}, {@code I30-SCHOOL}. */
    private String ofPart(String name, String indicator) {
        String part = indicator.substring(indicator.indexOf('-') + 1);
        return texts.known("rule." + part)
                .map(rule -> texts.of("indicators.name.rule", name, rule))
                .or(() -> texts.known("agency." + part).map(agency -> texts.of("indicators.name.agency", name, agency)))
                .orElse(name);
    }

    Unit unit(PlanAnswer.Goal goal) {
        return goal.latest().map(PlanAnswer.Latest::unit).orElseGet(() -> unit(goal.indicator()));
    }

    Unit unit(String indicator) {
        return definitions.of(indicator).map(DefinitionList.Definition::unit).orElse(Unit.PERCENT);
    }

    String link(String indicator) {
        return kept.on(door.indicator(indicator, municipality));
    }
}
