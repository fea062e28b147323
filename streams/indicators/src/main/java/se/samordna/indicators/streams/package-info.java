/**
 * The topology: children's events to what moves in which cell, by county to the cells, and once a month to what is
 * published. Under its own application id, so that building the figures anew never touches an alert.
 */
@NullMarked
package se.samordna.indicators.streams;

import org.jspecify.annotations.NullMarked;
