/**
 * The municipal plans and their figures: a plan, an area of it, an indicator; for those who are signed in and, under
 * {@code /public}, for anyone. Whatever stands here passed the one publish function of the indicators, but for the page
 * of exact figures, which is the municipality's own.
 */
@NullMarked
package se.samordna.workplace.plan;

import org.jspecify.annotations.NullMarked;
