/** One alert or notice: why, who else was told, what has been done with it, and what one can do. */
@NullMarked
package se.samordna.workplace.alert;

import org.jspecify.annotations.NullMarked;
