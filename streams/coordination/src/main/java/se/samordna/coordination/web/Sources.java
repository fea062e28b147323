package se.samordna.coordination.web;

import java.time.Instant;
import java.util.List;
import se.samordna.coordination.running.FeedIndex;

/** When each agency in a municipality was last heard, as one asker may be told it. */
@FunctionalInterface
interface Sources {
    List<FeedIndex.Source> of(Asker asker, String municipality, Instant now);
}
