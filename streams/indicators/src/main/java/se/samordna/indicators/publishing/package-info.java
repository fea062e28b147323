/**
 * What may leave a municipality. Whatever does (county, open dashboard, export, metrics) passes through one pure
 * function of all exact cells, so that no child can be reckoned out of small numbers (OSL 2009:400 24:8, 26:1).
 */
@NullMarked
package se.samordna.indicators.publishing;

import org.jspecify.annotations.NullMarked;
