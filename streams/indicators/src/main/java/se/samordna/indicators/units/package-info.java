/**
 * What of one child counts: the indicators, one a file that reads like its row, and how a change of the child moves what
 * it adds to which cells. A pure function of the child's effective facts and its clock.
 */
@NullMarked
package se.samordna.indicators.units;

import org.jspecify.annotations.NullMarked;
