/** What runs from the start of the app to its end: the streams, the read model of alerts and feeds, the access log. */
@NullMarked
package se.samordna.coordination.running;

import org.jspecify.annotations.NullMarked;
