/** The schools' intake. Attendance comes here, a line per pupil and day: nine tenths of all there is. What it does is the kit's; who it is stands here. */
@NullMarked
package se.samordna.schools;

import org.jspecify.annotations.NullMarked;
