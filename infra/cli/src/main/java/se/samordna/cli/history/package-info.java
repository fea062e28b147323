/** What happened, read again from the log: beside the running apps, in no group of theirs, writing nothing. */
@NullMarked
package se.samordna.cli.history;

import org.jspecify.annotations.NullMarked;
