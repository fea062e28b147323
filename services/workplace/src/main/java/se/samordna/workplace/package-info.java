/**
 * The page through which a coordinator meets Samordna, and the one local port in front of every API.
 *
 * <p>The pages hold no data of their own: each is made from the answers of the query APIs, so that every view of a
 * child passes the access log there. What is not an API here is forwarded to the service that owns it.
 */
@NullMarked
package se.samordna.workplace;

import org.jspecify.annotations.NullMarked;
