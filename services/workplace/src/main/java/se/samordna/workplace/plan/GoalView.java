package se.samordna.workplace.plan;

import java.util.List;
import java.util.Optional;

/**
 * A goal in words, with how it goes.
 *
 * @param text what the goal is
 * @param indicator its id
 * @param link to the indicator's page
 * @param figure the newest that may be shown; else what stands in its place
 * @param note that the newest period says less than the figure shown, or that figures come otherwise than asked for
 * @param outcome whether the target is reached; empty where that cannot be told
 * @param tone css name of the outcome
 * @param soFar whether the figure's period runs on, so that the outcome may turn
 * @param county what the county comes to in a period as long as the figure's
 * @param countyOtherwise why a figure that the county has does not stand beside: it is of another length of time, or the
 *     municipality's own; else empty
 * @param restated since when the figure has been another than first published
 * @param kolada national figures it can be read beside
 */
record GoalView(
        String text,
        String indicator,
        String name,
        String link,
        Optional<Shown> figure,
        List<String> note,
        String target,
        String baseline,
        String direction,
        String followed,
        String owner,
        String outcome,
        String tone,
        boolean soFar,
        String county,
        String countyOtherwise,
        String restated,
        String kolada,
        Optional<TrendView> trend,
        Chart chart) {

    /**
     * A figure in words.
     *
     * @param value empty where it is suppressed, or comes to nothing that can be reckoned
     * @param outside what anyone else is shown in place of an exact figure; empty where that is the same
     */
    record Shown(String period, String value, String counts, boolean suppressed, String outside) {}

    /**
     * Where it goes, in a sign and in words.
     *
     * @param tone css name of whether that is where it should
     */
    record TrendView(String sign, String way, String words, String tone) {}

    /** Whether the target can be said to be reached or not, once for all. */
    boolean judged() {
        return !outcome.isEmpty() && !soFar;
    }

    boolean reached() {
        return judged() && tone.equals("good");
    }
}
