/** Proofs of alerts: which records of the log an alert was reckoned from, and reckoning it again from them. */
@NullMarked
package se.samordna.cli.proof;

import org.jspecify.annotations.NullMarked;
