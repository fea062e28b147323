/** What the streams do with bytes good and bad, and with state across releases. */
@NullMarked
package se.samordna.streams;

import org.jspecify.annotations.NullMarked;
