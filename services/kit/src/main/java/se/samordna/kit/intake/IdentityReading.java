package se.samordna.kit.intake;

import java.util.List;
import java.util.UUID;
import se.samordna.kit.privacy.Identity;

/** What was told of who a child is turned out to be. */
public sealed interface IdentityReading {

    /**
     * Right in every field.
     *
     * @param childId the pseudonym of the personnummer
     * @param municipality where it is told, four digits
     */
    record Told(UUID childId, String municipality, Identity identity) implements IdentityReading {

        @Override
        public String toString() {
            return "identity told";
        }
    }

    /** Not fit to be taken; every fault is listed, none of them quotes a value. */
    record Refused(List<Fault> faults) implements IdentityReading {}
}
