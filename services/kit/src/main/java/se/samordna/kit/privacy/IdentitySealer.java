package se.samordna.kit.privacy;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import se.samordna.events.Agency;
import se.samordna.schemas.Keys;

/** Seals who a child is, so that whoever seals cannot open it again. Safe for many threads. */
public final class IdentitySealer {

    private final HybridEncrypt to;

    private IdentitySealer(HybridEncrypt to) {
        this.to = to;
    }

    /**
     * One that seals to the vault's public key.
     *
     * @throws RuntimeException if the key cannot be had
     */
    public static IdentitySealer with(VaultKeys keys) {
        KeysetHandle keyset = keys.sealing();
        try {
            return new IdentitySealer(keyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault's public keyset cannot seal", e);
        }
    }

    /** The identity, sealed to be opened as that of this child from this authority alone. Always of one length. */
    public byte[] seal(Identity identity, UUID childId, String municipality, Agency agency) {
        try {
            return to.encrypt(IdentityBytes.of(identity), context(childId, municipality, agency));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault's public key does not seal", e);
        }
    }

    /** What a sealed identity is bound to: put under another key it opens for nobody. */
    static byte[] context(UUID childId, String municipality, Agency agency) {
        return Keys.identity(childId, municipality, agency).getBytes(StandardCharsets.UTF_8);
    }
}
