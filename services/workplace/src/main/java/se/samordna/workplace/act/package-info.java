/**
 * What people do with alerts from the pages: each form makes one act, sent however often, and nothing of it is lost when
 * something is away. Acts go through the same intake as those of any other system; what became of each is coordination's
 * to say.
 */
@NullMarked
package se.samordna.workplace.act;

import org.jspecify.annotations.NullMarked;
