/** The police's intake. Incidents with a child present, and crimes that the law has the police tell of (LUL 1964:167 6 §). What it does is the kit's; who it is stands here. */
@NullMarked
package se.samordna.police;

import org.jspecify.annotations.NullMarked;
