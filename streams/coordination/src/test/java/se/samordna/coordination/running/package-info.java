@NullMarked
package se.samordna.coordination.running;

import org.jspecify.annotations.NullMarked;
