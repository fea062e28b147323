package se.samordna.cli.county;

import java.util.Optional;
import java.util.UUID;

/** Which childId a personnummer has where the lines will be told, so that who looks for the number finds the child. */
@FunctionalInterface
public interface Pseudonyms {
    /** Where the lines will be told is not known, nor are its pseudonyms. */
    Pseudonyms UNKNOWN = (_, _) -> Optional.empty();

    /**
     * @param municipality where the child lives; of some places alone it may matter, and there are few numbers
     * @param number twelve digits, of the test range
     */
    Optional<UUID> of(String municipality, String number);
}
