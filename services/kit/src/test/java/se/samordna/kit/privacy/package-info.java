/** What is, and what only looks like, a personnummer. */
package se.samordna.kit.privacy;
