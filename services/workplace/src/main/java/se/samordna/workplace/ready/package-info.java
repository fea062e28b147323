/** Readiness of this port: all that is behind it is ready, and what is not is named. */
@NullMarked
package se.samordna.workplace.ready;

import org.jspecify.annotations.NullMarked;
