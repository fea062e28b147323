@NullMarked
package se.samordna.cli.balance;

import org.jspecify.annotations.NullMarked;
