/**
 * Tests of the whole house: its arrows, and Samordna run on real brokers and the real registry, in this VM and in containers.
 */
@NullMarked
package se.samordna.e2e;

import org.jspecify.annotations.NullMarked;
