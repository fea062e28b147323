/** Every event type accepted, every kind of fault named. */
package se.samordna.kit.intake;
