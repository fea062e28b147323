package se.samordna.kit.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The pair of keys of the vault that holds who the children are: every agency's intake has the public keyset, the
 * workplace alone the private one. A keyset may hold several keys; what was sealed to any of them is opened.
 *
 * @param publicKey file of the public keyset, in Tink's JSON form; no secret
 * @param privateKey file of the private keyset; whoever loses it loses all that was sealed to it
 * @param makeIfMissing whether a first start makes a pair, where neither file is there; never in a cluster
 * @param kms the key of a key management service under which the private file is encrypted; none: it is in the clear,
 *     for one machine
 */
public record VaultKeys(Path publicKey, Path privateKey, boolean makeIfMissing, Optional<String> kms) {

    private static final byte[] NO_ASSOCIATED_DATA = {};

    /**
     * The public keyset, to seal with.
     *
     * @throws UncheckedIOException if the file is missing or cannot be read
     * @throws IllegalStateException if it is no keyset
     */
    KeysetHandle sealing() {
        return read(() -> {
            makeWhatMayBeMade();
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                    Files.readString(publicKey), RegistryConfiguration.get());
        });
    }

    /**
     * The private keyset, to open with.
     *
     * @throws UncheckedIOException if the file is missing or cannot be read
     * @throws IllegalStateException if it is no keyset, or the key service does not open it
     */
    KeysetHandle opening() {
        return read(() -> {
            makeWhatMayBeMade();
            String stored = Files.readString(privateKey);
            if (kms.isEmpty()) {
                return parsed(stored);
            }
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                    stored,
                    KmsClients.get(kms.get()).getAead(kms.get()),
                    NO_ASSOCIATED_DATA,
                    RegistryConfiguration.get());
        });
    }

    /** A new private key beside a public one that is there would open nothing of what is sealed: it is never made. */
    private void makeWhatMayBeMade() throws IOException, GeneralSecurityException {
        if (!makeIfMissing || kms.isPresent() || Files.exists(publicKey)) {
            return;
        }
        OwnerOnlyFile secret = new OwnerOnlyFile(privateKey);
        if (!secret.exists()) {
            secret.makeUnlessThere(TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters(), RegistryConfiguration.get()),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get()));
        }
        // Of the private key that came first: whoever starts at the same time writes the same.
        new OwnerOnlyFile(publicKey)
                .makeUnlessThere(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                        parsed(Files.readString(privateKey)).getPublicKeysetHandle(), RegistryConfiguration.get()));
    }

    private static KeysetHandle parsed(String keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    /** RFC 9180: X25519, HKDF-SHA-256, AES-256-GCM. */
    private static HpkeParameters parameters() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
    }

    /** Something that reads keys. */
    private interface Reading {
        KeysetHandle keyset() throws IOException, GeneralSecurityException;
    }

    private KeysetHandle read(Reading reading) {
        try {
            HybridConfig.register();
            return reading.keyset();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make a key of the vault", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keyset of the vault in " + publicKey + " or " + privateKey, e);
        }
    }
}
