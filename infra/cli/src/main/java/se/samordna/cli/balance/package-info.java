/** Whether every event that was accepted is accounted for: counted from the log, held against coordination's receipts. */
@NullMarked
package se.samordna.cli.balance;

import org.jspecify.annotations.NullMarked;
