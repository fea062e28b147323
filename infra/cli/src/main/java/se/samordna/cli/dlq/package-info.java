/** Dead letters, and how they are put back onto the topics they came from. */
@NullMarked
package se.samordna.cli.dlq;

import org.jspecify.annotations.NullMarked;
