/** The social services' intake. Their events are the ones other agencies' wait for: an open investigation releases what was held. What it does is the kit's; who it is stands here. */
@NullMarked
package se.samordna.socialservices;

import org.jspecify.annotations.NullMarked;
