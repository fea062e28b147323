/**
 * Where the personnummer ends: recognising one, finding one that hides in a text, and putting a keyed pseudonym in its
 * place; and who a child is, sealed by those who tell it so that the workplace alone can open it. Nothing outside the
 * services knows this package.
 */
@NullMarked
package se.samordna.kit.privacy;

import org.jspecify.annotations.NullMarked;
