/** Holds the schemas to their promises: documented, compatible with every release, readable to the byte. */
@NullMarked
package se.samordna.schemas;

import org.jspecify.annotations.NullMarked;
