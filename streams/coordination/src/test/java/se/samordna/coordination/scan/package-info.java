@NullMarked
package se.samordna.coordination.scan;

import org.jspecify.annotations.NullMarked;
