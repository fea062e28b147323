/**
 * The pages: server-rendered, Swedish first. A controller asks, an outcome becomes a page, and every word on it is
 * chosen here or in the messages, so that the templates only place them.
 */
@NullMarked
package se.samordna.workplace.page;

import org.jspecify.annotations.NullMarked;
