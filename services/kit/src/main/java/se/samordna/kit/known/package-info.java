/** What is already known of an event that arrives: that it was taken a moment ago, or that coordination holds it. */
@NullMarked
package se.samordna.kit.known;

import org.jspecify.annotations.NullMarked;
