package se.samordna.kit.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Where the key of the pseudonyms comes from. Whoever loses it loses the link between a child's events, for good. */
public sealed interface PseudonymKey {

    /**
     * The Tink keyset.
     *
     * @throws IllegalStateException if it is missing, unreadable or no keyset
     */
    KeysetHandle keyset();

    /**
     * A file that holds the keyset in the clear, for one machine.
     *
     * @param path {@code <dir>/keys/pseudonym.json}
     * @param makeIfMissing whether a first start makes a new key, readable by its owner alone
     */
    record KeyFile(Path path, boolean makeIfMissing) implements PseudonymKey {

        @Override
        public KeysetHandle keyset() {
            try {
                PrfConfig.register();
                if (makeIfMissing && !Files.exists(path)) {
                    make();
                }
                return TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(path), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read or make the pseudonym key " + path, e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no keyset in " + path, e);
            }
        }

        private void make() throws IOException, GeneralSecurityException {
            KeysetHandle fresh =
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get());
            new OwnerOnlyFile(path)
                    .makeUnlessThere(TinkJsonProtoKeysetFormat.serializeKeyset(
                            fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        }
    }

    /**
     * A keyset encrypted under a key that never leaves a key management service; the {@link
     * com.google.crypto.tink.KmsClient} of that service is on the class path and registered with Tink.
     *
     * @param uri the encrypting key, in the service's own form, such as {@code hcvault://…} or {@code aws-kms://…}
     * @param encrypted the file of the encrypted keyset, in Tink's JSON form
     */
    record KmsReference(String uri, Path encrypted) implements PseudonymKey {

        private static final byte[] NO_ASSOCIATED_DATA = {};

        @Override
        public KeysetHandle keyset() {
            try {
                PrfConfig.register();
                AeadConfig.register();
                return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                        Files.readString(encrypted),
                        KmsClients.get(uri).getAead(uri),
                        NO_ASSOCIATED_DATA,
                        RegistryConfiguration.get());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the encrypted pseudonym key " + encrypted, e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the key service did not open " + encrypted, e);
            }
        }
    }
}
