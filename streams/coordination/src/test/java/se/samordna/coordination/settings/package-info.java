@NullMarked
package se.samordna.coordination.settings;

import org.jspecify.annotations.NullMarked;
