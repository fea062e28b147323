/** A batch computation of the rules page, written straight from it and sharing no code with the rules. */
@NullMarked
package se.samordna.rules.oracle;

import org.jspecify.annotations.NullMarked;
