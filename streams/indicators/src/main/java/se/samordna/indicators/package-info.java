/**
 * Figures per area of each municipality's plan. The app hosts the topology of {@code streams} and answers from its state:
 * {@code units} count one child, {@code cells} add up, {@code publishing} decides what may be seen, {@code plans} are the
 * plans as data, {@code running} keeps all of it alive, {@code web} speaks HTTP.
 */
@NullMarked
package se.samordna.indicators;

import org.jspecify.annotations.NullMarked;
