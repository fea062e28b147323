package se.samordna.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.web.FiguresDocument.SourceDocument;

/**
 * A municipality's plan with its figures, by area. A municipality without a plan has no areas.
 *
 * @param name the plan's
 * @param validFrom the first local day it holds
 */
record AreasDocument(
        String municipality,
        String name,
        @Nullable String validFrom,
        @Nullable String asOf,
        boolean standby,
        long lag,
        List<SourceDocument> sources,
        List<AreaDocument> areas) {

    /** In Swedish and English. */
    record NameDocument(String sv, String en) {}

    /** @param cells of the indicators of its goals */
    record AreaDocument(
            String id,
            NameDocument name,
            List<GoalDocument> goals,
            List<ActivityDocument> activities,
            List<CellDocument> cells) {}

    /**
     * A goal and how it goes.
     *
     * @param direction UP, DOWN or KEEP
     * @param target and baseline in the unit of {@code latest}
     * @param latest the newest figure there is, preferably of the goal's own period; null where there is none to be seen
     * @param reached whether the newest figure has come to the target; null without either
     */
    record GoalDocument(
            String text,
            String indicator,
            String direction,
            @Nullable Double target,
            @Nullable Double baseline,
            String period,
            String owner,
            @Nullable LatestDocument latest,
            @Nullable Boolean reached) {}

    /** @param unit PERCENT, PER_1000 children, or DAYS, the median */
    record LatestDocument(String period, long num, long den, double value, String unit) {}

    /** @param evidence the event type, indicator or measure that shows it */
    record ActivityDocument(NameDocument name, String status, String evidence) {}
}
