package se.samordna.kit.privacy;

import se.samordna.events.ProtectedIdentity;

/**
 * Who a child is. Held in clear only while it is sealed, or shown to one who may see it; it never prints itself.
 *
 * @param given name or names, 1–80 characters
 * @param family name, 1–60 characters
 * @param protection whether the identity itself is protected (OSL 2009:400 5 kap. 5 §; FOL 1991:481 16 §)
 */
public record Identity(Personnummer personnummer, String given, String family, ProtectedIdentity protection) {

    /** The most characters of a given name, as Skatteverket keeps them. */
    public static final int LONGEST_GIVEN = 80;
    /** The most characters of a family name. */
    public static final int LONGEST_FAMILY = 60;

    /** @throws IllegalArgumentException for a name that is empty or too long */
    public Identity {
        if (given.isEmpty() || given.length() > LONGEST_GIVEN || family.isEmpty() || family.length() > LONGEST_FAMILY) {
            throw new IllegalArgumentException("a name is empty or too long");
        }
    }

    /** The personnummer as people write it, {@code 20140312-2383}: for the page of one who may see it, and nothing else. */
    public String number() {
        String digits = personnummer.digits();
        return digits.substring(0, 8) + "-" + digits.substring(8);
    }

    /** Whether it is protected; what a later release may say that we do not know, is. */
    public boolean isProtected() {
        return protection != ProtectedIdentity.NONE;
    }

    @Override
    public String toString() {
        return "identity of someone";
    }
}
