package se.samordna.kit.privacy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.events.Agency;

/** Opens who a child is. The workplace's alone; a test holds that nobody else knows it. */
public final class IdentityOpener {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityOpener.class);

    private final HybridDecrypt from;

    private IdentityOpener(HybridDecrypt from) {
        this.from = from;
    }

    /**
     * One with the vault's private keyset.
     *
     * @throws RuntimeException if the key cannot be had
     */
    public static IdentityOpener with(VaultKeys keys) {
        KeysetHandle keyset = keys.opening();
        try {
            return new IdentityOpener(keyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault's private keyset cannot open", e);
        }
    }

    /** What was sealed; empty if it was not sealed to a key we have, or not as that child's from that authority. */
    public Optional<Identity> open(byte[] sealed, UUID childId, String municipality, Agency agency) {
        try {
            byte[] context = IdentitySealer.context(childId, municipality, agency);
            return IdentityBytes.read(from.decrypt(sealed, context));
        } catch (GeneralSecurityException e) {
            // Of the child nothing: a key that was taken away, or bytes that are another's.
            LOG.warn("a sealed identity does not open: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
