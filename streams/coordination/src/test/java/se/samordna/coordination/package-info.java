/** Coordination's stories, told to the topology in bytes and read from its topics. */
@NullMarked
package se.samordna.coordination;

import org.jspecify.annotations.NullMarked;
