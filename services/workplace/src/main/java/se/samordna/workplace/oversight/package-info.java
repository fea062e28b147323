/**
 * Pages of those who look after the platform and how it is used: the ledger of what was told and the access log for data
 * protection officers, the state of operation for operators. What each may see the query API judges by their token.
 */
@NullMarked
package se.samordna.workplace.oversight;

import org.jspecify.annotations.NullMarked;
