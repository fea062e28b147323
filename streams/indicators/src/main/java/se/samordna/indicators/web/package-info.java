/**
 * Figures over HTTP, under {@code /api/indicators/v1}: JSON, or CSV with {@code ?format=csv} or {@code Accept: text/csv}.
 * Errors are RFC 9457 problems with a stable {@code code}.
 */
@NullMarked
package se.samordna.indicators.web;

import org.jspecify.annotations.NullMarked;
