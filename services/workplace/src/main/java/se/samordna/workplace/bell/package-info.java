/**
 * Tells open pages that something has changed, and nothing of what: a page then asks for its own list anew, as the one
 * who looks at it and in the access log like any other look.
 */
@NullMarked
package se.samordna.workplace.bell;

import org.jspecify.annotations.NullMarked;
