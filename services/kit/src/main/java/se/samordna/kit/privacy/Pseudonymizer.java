package se.samordna.kit.privacy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Personnummer to childId: a keyed pseudo-random function (Tink PRF, HMAC-SHA-256) of the twelve digits, cut to 16 bytes
 * and marked as a UUID of version 8 (RFC 9562). Without the key a childId can neither be made nor be traced back.
 */
public final class Pseudonymizer {

    private static final int BYTES = 16;

    private final PrfSet prf;

    private Pseudonymizer(PrfSet prf) {
        this.prf = prf;
    }

    /**
     * A pseudonymizer with the given key.
     *
     * @throws IllegalStateException if the key cannot be had or is no PRF key
     */
    public static Pseudonymizer with(PseudonymKey key) {
        KeysetHandle keyset = key.keyset();
        try {
            return new Pseudonymizer(keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the pseudonym key is no PRF key", e);
        }
    }

    /** The childId of a person: the same for the same key, always. */
    public UUID childId(Personnummer personnummer) {
        try {
            byte[] input = personnummer.digits().getBytes(StandardCharsets.US_ASCII);
            ByteBuffer bits = ByteBuffer.wrap(prf.computePrimary(input, BYTES));
            long high = (bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
            long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the pseudonym key gives fewer than 16 bytes", e);
        }
    }
}
