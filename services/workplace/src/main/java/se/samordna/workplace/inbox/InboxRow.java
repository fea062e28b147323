package se.samordna.workplace.inbox;

import se.samordna.workplace.page.AlertRow;

/**
 * A row of the list.
 *
 * @param mark NEW or CHANGED since the last visit; empty if neither
 * @param open whether it can be acknowledged with others
 * @param municipality of the alert, for the way to its page; empty: not known
 * @param where the municipality's name, where the list is of several; else empty
 * @param answer what one's own agency has answered to a notice, and when; empty: nothing yet
 * @param acted whether someone has just acknowledged it and the list does not know yet
 */
record InboxRow(
        AlertRow alert, String municipality, String where, String mark, boolean open, boolean acted, String answer) {}
