package se.samordna.indicators.plans;

import java.util.Optional;
import java.util.regex.Pattern;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Definitions;
import se.samordna.schemas.EventTypes;

/** What a goal can be measured by, what can show that an activity goes on, and which values a goal can aim at. */
final class Evidence {

    /** Ten years: a goal beyond it is a slip. */
    private static final int MOST_DAYS = 3650;

    private static final String MEASURES = "M.";
    private static final Pattern MEASURE = Pattern.compile("M\\.[a-z0-9-]{1,60}");
    /** Of the platform's own topics: one of each rule, one of each agency. */
    private static final Pattern OF_THE_PLATFORM =
            Pattern.compile("I20-R(0[1-9]|1[0-9]|2[0-6])|I29-(SOCIAL_SERVICES|SCHOOL|REGION|POLICE)");

    private Evidence() {}

    /** What an indicator's id must be instead; none for one there is. */
    static Optional<String> wrongIndicator(String id) {
        if (id.equals(MEASURES + Definitions.DIRECT_TIME_MEASURE)) {
            return Optional.of("I08, which is that measure");
        }
        if (isMeasure(id)) {
            return MEASURE.matcher(id).matches()
                    ? Optional.empty()
                    : Optional.of("M. and a code of small letters, digits and hyphens such as M.youth-centre-visits");
        }
        return isIndicator(id) ? Optional.empty() : Optional.of("an indicator such as I05 or M.youth-centre-visits");
    }

    /** What a piece of evidence must be instead; none for what can show something. */
    static Optional<String> wrongEvidence(String evidence) {
        if (isMeasure(evidence)) {
            return wrongIndicator(evidence);
        }
        return isIndicator(evidence) || EventTypes.named(evidence).isPresent()
                ? Optional.empty()
                : Optional.of("an event type, an indicator or a measure");
    }

    static boolean isMeasure(String id) {
        return id.startsWith(MEASURES);
    }

    /** What a value of an indicator must be instead, in its unit; none for one it can have. */
    static Optional<String> wrongValue(String indicator, double value) {
        Optional<Definition> definition = Definitions.byId(indicator);
        if (value < 0) {
            return Optional.of("0 or more");
        }
        if (isMeasure(indicator) || definition.isEmpty()) {
            return Optional.empty();
        }
        Definition of = definition.get();
        if (of.perPopulation()) {
            return of.counts() == Counts.CHILDREN && value > 1000
                    ? Optional.of("per 1,000 children, from 0 to 1000")
                    : Optional.empty();
        }
        if (of.medianAlone()) {
            return value > MOST_DAYS ? Optional.of("a median of days, from 0 to " + MOST_DAYS) : Optional.empty();
        }
        return value > 100 ? Optional.of("a share in per cent, from 0 to 100") : Optional.empty();
    }

    private static boolean isIndicator(String id) {
        return Definitions.byId(id).isPresent() || OF_THE_PLATFORM.matcher(id).matches();
    }
}
