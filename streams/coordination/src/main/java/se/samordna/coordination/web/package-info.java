/**
 * The look-ups over HTTP. A child is shown as one agency may see it, after the access log has it; every answer says as of
 * when it is, how fresh the feeds behind it are and from which copy it was read.
 */
@NullMarked
package se.samordna.coordination.web;

import org.jspecify.annotations.NullMarked;
