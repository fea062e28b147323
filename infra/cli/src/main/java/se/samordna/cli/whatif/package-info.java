/** What other settings of the rules would have told: the log once more, through the same rules, touching nothing. */
@NullMarked
package se.samordna.cli.whatif;

import org.jspecify.annotations.NullMarked;
