package se.samordna.kit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymizerTest {

    private static final Personnummer CHILD =
            Personnummer.parse("201403122383", LocalDate.of(2026, 1, 1)).orElseThrow();

    @TempDir
    Path directory;

    @Test
    void the_same_child_has_the_same_id_as_long_as_the_key_is_the_same() {
        UUID first = Pseudonymizer.with(keyFile("a")).childId(CHILD);

        assertThat(Pseudonymizer.with(keyFile("a")).childId(CHILD)).isEqualTo(first);
        assertThat(first.version()).isEqualTo(8);
        assertThat(first.variant()).isEqualTo(2);
    }

    @Test
    void another_key_gives_another_id() {
        UUID first = Pseudonymizer.with(keyFile("a")).childId(CHILD);

        assertThat(Pseudonymizer.with(keyFile("b")).childId(CHILD)).isNotEqualTo(first);
    }

    @Test
    void a_key_made_at_the_first_start_is_its_owners_alone() throws Exception {
        Pseudonymizer.with(keyFile("a"));

        Path file = directory.resolve("a/keys/pseudonym.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void services_that_start_at_once_agree_on_one_key() throws Exception {
        Set<UUID> ids = new HashSet<>();
        try (var services = Executors.newFixedThreadPool(8)) {
            Callable<UUID> start = () -> Pseudonymizer.with(keyFile("together")).childId(CHILD);
            for (var id : services.invokeAll(List.of(start, start, start, start, start, start, start, start))) {
                ids.add(id.get());
            }
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void where_no_key_may_be_made_a_missing_one_stops_the_start() {
        var missing = new PseudonymKey.KeyFile(directory.resolve("none.json"), false);

        assertThatThrownBy(() -> Pseudonymizer.with(missing)).isInstanceOf(UncheckedIOException.class);
        assertThat(directory.resolve("none.json")).doesNotExist();
    }

    @Test
    void a_key_behind_a_key_service_gives_the_same_ids_as_in_the_clear() throws Exception {
        AeadConfig.register();
        Aead service = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        KmsClients.add(new OneKey("test-kms://pseudonyms", service));
        UUID inTheClear = Pseudonymizer.with(keyFile("a")).childId(CHILD);
        KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(directory.resolve("a/keys/pseudonym.json")),
                RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get());
        Path encrypted = Files.writeString(
                directory.resolve("encrypted.json"),
                TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                        keyset, service, new byte[0], RegistryConfiguration.get()));

        var reference = new PseudonymKey.KmsReference("test-kms://pseudonyms", encrypted);

        assertThat(Pseudonymizer.with(reference).childId(CHILD)).isEqualTo(inTheClear);
    }

    private PseudonymKey keyFile(String start) {
        return new PseudonymKey.KeyFile(directory.resolve(start).resolve("keys/pseudonym.json"), true);
    }

    /** A key service with one key. */
    private record OneKey(String uri, Aead aead) implements KmsClient {

        @Override
        public boolean doesSupport(String keyUri) {
            return uri.equals(keyUri);
        }

        @Override
        public KmsClient withCredentials(String path) {
            return this;
        }

        @Override
        public KmsClient withDefaultCredentials() {
            return this;
        }

        @Override
        public Aead getAead(String keyUri) {
            return aead;
        }
    }
}
