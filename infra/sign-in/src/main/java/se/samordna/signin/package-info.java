/**
 * The demonstration sign-in: an OpenID provider whose people are made up and have no passwords, for a run on one machine
 * and for tests. It speaks the same protocol as a municipality's own provider, so that the workplace knows no difference.
 */
@NullMarked
package se.samordna.signin;

import org.jspecify.annotations.NullMarked;
