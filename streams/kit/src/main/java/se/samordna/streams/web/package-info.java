/**
 * What both Streams apps have in common as they answer over HTTP. Spring is no part of the kit: whoever uses this package
 * brings it along.
 */
@NullMarked
package se.samordna.streams.web;

import org.jspecify.annotations.NullMarked;
