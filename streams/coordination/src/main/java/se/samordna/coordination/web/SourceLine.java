package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import se.samordna.coordination.running.FeedIndex;

/**
 * How fresh an agency's feed is, in an answer.
 *
 * @param municipality of the feed, where the answer is of several
 * @param source its {@code lastEventAt} to the millisecond where it is the asker's own authority, else the first instant of
 *     that local day
 */
record SourceLine(
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> municipality,
        @JsonUnwrapped FeedIndex.Source source) {}
