/**
 * Where the personnummer ends: recognising one, finding one that hides in a text, and putting a keyed pseudonym in its
 * place. Nothing outside the services knows this package.
 */
@NullMarked
package se.samordna.kit.privacy;

import org.jspecify.annotations.NullMarked;
