/** The command line {@code infra/samordna}: one small class per command. */
@NullMarked
package se.samordna.cli;

import org.jspecify.annotations.NullMarked;
