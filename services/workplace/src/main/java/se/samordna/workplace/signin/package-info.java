/**
 * People sign in, by OpenID Connect at whatever provider is set, and open only the pages of their role.
 *
 * <p>The provider says who someone is; {@link se.samordna.access.Caller} is the one reading of that. A page with no row in
 * {@link se.samordna.workplace.signin.PageTable} is nobody's. What a page shows is asked of the query APIs with the token
 * of whoever looks, so that they judge by the same words.
 */
@NullMarked
package se.samordna.workplace.signin;

import org.jspecify.annotations.NullMarked;
