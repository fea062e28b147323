/**
 * What the pages ask of the query APIs, and what they read from the answers.
 *
 * <p>Reading is tolerant: a field that is missing, of another kind or new changes no more than itself, since the apps
 * behind are upgraded on their own. What the pages need and do not get is said on the page.
 */
@NullMarked
package se.samordna.workplace.query;

import org.jspecify.annotations.NullMarked;
