package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ledger's record of one telling, written together with it.
 *
 * @param fields the names of what was told
 * @param ground on which it was told
 * @param at the child's now when it was told
 * @param policy version of the disclosure policy
 * @param cause why, if it changes or takes back something told before
 */
public record Disclosure(
        UUID childId,
        Agency recipient,
        UUID alertId,
        int revision,
        List<String> fields,
        Ground ground,
        Instant at,
        int policy,
        Optional<Cause> cause) {}
