/** A broker for the tests of other modules, which take it in as a source of theirs. */
@NullMarked
package se.samordna.broker;

import org.jspecify.annotations.NullMarked;
