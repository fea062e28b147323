/**
 * The heart of Samordna: what the agencies' events about one child mean together, as pure functions of the set of
 * events and the clock. {@link se.samordna.rules.Child} holds what is known, {@link se.samordna.rules.Gate} says what
 * may be joined, each rule is a file of its own, {@link se.samordna.rules.Disclose} says who is told what, and
 * {@link se.samordna.rules.Decide} turns it all into tellings. No Kafka, no Avro, no Spring, no wall clock.
 */
@NullMarked
package se.samordna.rules;

import org.jspecify.annotations.NullMarked;
