package se.samordna.indicators.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.web.DefinitionDocument.KoladaDocument;
import se.samordna.indicators.web.FiguresDocument.SourceDocument;

/**
 * A municipality's plan with its figures, by area. A municipality without a plan, or before it had one, has no areas.
 *
 * @param name the plan's
 * @param version which version of it
 * @param validFrom the first local day that holds
 * @param validTo the last, if another is to follow
 * @param compared whether the municipality takes part in comparisons that name it
 * @param period the one asked for; null where none was: then as it holds now
 * @param coming versions that do not hold yet, the next first
 */
record AreasDocument(
        String municipality,
        String name,
        @Nullable Integer version,
        @Nullable String validFrom,
        @Nullable String validTo,
        boolean compared,
        @Nullable String period,
        @Nullable String asOf,
        boolean standby,
        long lag,
        List<SourceDocument> sources,
        List<AreaDocument> areas,
        List<ComingDocument> coming) {

    /** The same with one area alone; none if the plan has no such area. */
    Optional<AreasDocument> only(String area) {
        List<AreaDocument> wanted =
                areas.stream().filter(each -> each.id().equals(area)).toList();
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new AreasDocument(
                        municipality,
                        name,
                        version,
                        validFrom,
                        validTo,
                        compared,
                        period,
                        asOf,
                        standby,
                        lag,
                        sources,
                        wanted,
                        coming));
    }

    /** In Swedish and English. */
    record NameDocument(String sv, String en) {}

    /** A version that does not hold yet. */
    record ComingDocument(int version, String name, String validFrom) {}

    /** @param cells of the indicators of its goals */
    record AreaDocument(
            String id,
            NameDocument name,
            List<GoalDocument> goals,
            List<ActivityDocument> activities,
            List<CellDocument> cells) {

        /** Whether something of an indicator is withheld: no figure of it to be seen is not that none was counted. */
        boolean withholds(String indicator) {
            return cells.stream()
                    .anyMatch(cell -> cell.suppressed() && cell.indicator().equals(indicator));
        }
    }

    /**
     * A goal and how it goes.
     *
     * @param direction UP, DOWN or KEEP
     * @param target and baseline in the unit of {@code latest}
     * @param latest the newest figure there is, preferably of the goal's own period; null where there is none to be seen
     * @param reached whether that has come to the target; null without either, and of a period that ended before the plan
     *     began
     * @param county the county's newest published figure
     * @param kolada national figures it can be read beside
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
            @Nullable Boolean reached,
            @Nullable LatestDocument county,
            List<KoladaDocument> kolada) {}

    /**
     * A figure that can be seen.
     *
     * @param unit PERCENT, PER_1000 children, RATIO, so many for each, or DAYS, the median
     * @param restatedSince since when it is what it is, if it is not what it was when its period was first published
     */
    record LatestDocument(
            String period,
            long num,
            long den,
            double value,
            String unit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String restatedSince) {}

    /** @param evidence the event type, indicator or measure that shows it */
    record ActivityDocument(NameDocument name, String status, String evidence) {}
}
