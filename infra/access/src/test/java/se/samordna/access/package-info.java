@NullMarked
package se.samordna.access;

import org.jspecify.annotations.NullMarked;
