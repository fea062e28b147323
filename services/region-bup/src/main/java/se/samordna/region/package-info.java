/** The region's intake, child psychiatry (BUP) among it. No diagnosis comes here, only that contacts took place. What it does is the kit's; who it is stands here. */
@NullMarked
package se.samordna.region;

import org.jspecify.annotations.NullMarked;
