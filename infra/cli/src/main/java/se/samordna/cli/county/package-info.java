/**
 * A county that does not exist, for demonstrations and tests: children, families, schools and agencies whose lives give
 * rise to the events of the contract at the rates real counties see. Deterministic by its seed; identities are test
 * numbers or made from the seed. Nothing here describes a real person.
 */
@NullMarked
package se.samordna.cli.county;

import org.jspecify.annotations.NullMarked;
