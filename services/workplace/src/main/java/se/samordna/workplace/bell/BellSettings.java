package se.samordna.workplace.bell;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of the bell.
 *
 * @param settle so long after it was told an alert is taken to be in the lists too, which follow the same topics
 * @param quiet the least time between two rings at one page; each makes it ask for its list, which is logged child by child
 * @param heartbeat after so long without a ring a page is told that we are still here
 * @param longest after so long a page is let go and connects anew, signed in as it then is
 * @param listeners the most pages at once
 * @param each the most pages of one person
 */
@ConfigurationProperties("samordna.bell")
record BellSettings(
        @DefaultValue("300ms") Duration settle,
        @DefaultValue("5s") Duration quiet,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("500") int listeners,
        @DefaultValue("8") int each) {}
