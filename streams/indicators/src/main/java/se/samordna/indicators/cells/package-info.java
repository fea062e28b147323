/**
 * Figures: what a cell is, which periods it can have, and how exact cells follow from what was counted and measured.
 * Knows no Kafka, no wall clock and no child.
 */
@NullMarked
package se.samordna.indicators.cells;

import org.jspecify.annotations.NullMarked;
