package se.samordna.workplace.inbox;

import se.samordna.workplace.page.AlertRow;

/**
 * A row of the list.
 *
 * @param mark NEW or CHANGED since the last visit; empty if neither
 * @param open whether it can be acknowledged with others
 * @param answer what one's own agency has answered to a notice, and when; empty: nothing yet
 * @param acted whether someone has just acknowledged it and the list does not know yet
 */
record InboxRow(AlertRow alert, String mark, boolean open, boolean acted, String answer) {}
