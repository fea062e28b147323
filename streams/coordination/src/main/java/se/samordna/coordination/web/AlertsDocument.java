package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.samordna.coordination.AlertLine;

/**
 * A page of the alerts of a municipality, or of all of a county's.
 *
 * @param sources in a municipality; of a county's, each with where it is; how finely, see {@link SourceLine}
 * @param municipality or {@code county}: what the list is of
 * @param levels counts all pages
 * @param hidden what is left out for it is snoozed
 * @param told when each alert of the page was last told anew, by its child's clock
 * @param changed how many of all pages were told after {@code since}
 * @param answers of the asker's own agency to notices of the page, by their ids
 * @param filed of a county's: in which municipality each alert of the page is, also those that are notices and do not say
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AlertsDocument(
        Instant asOf,
        boolean standby,
        List<SourceLine> sources,
        Optional<String> municipality,
        Optional<String> county,
        int page,
        int pages,
        int total,
        Map<Integer, Integer> levels,
        int hidden,
        List<AlertLine> alerts,
        Map<UUID, Instant> told,
        int changed,
        Map<UUID, ActionLine> answers,
        Optional<Map<UUID, String>> filed) {}
