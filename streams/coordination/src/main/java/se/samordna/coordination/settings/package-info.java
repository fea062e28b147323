/** The numbers of the rules that no law gives: read from {@code rules.yaml}, and shown with all else that a rule is. */
@NullMarked
package se.samordna.coordination.settings;

import org.jspecify.annotations.NullMarked;
