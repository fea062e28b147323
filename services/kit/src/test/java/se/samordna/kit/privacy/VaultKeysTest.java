package se.samordna.kit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.events.Agency;
import se.samordna.events.ProtectedIdentity;

/** Agencies can write who a child is, and only the workplace can read it. */
class VaultKeysTest {

    private static final UUID CHILD = UUID.fromString("0b540000-0000-8000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0b540000-0000-8000-8000-000000000002");
    private static final Personnummer NUMBER =
            Personnummer.parse("201403122383", LocalDate.of(2026, 1, 1)).orElseThrow();
    private static final Identity ASA = new Identity(NUMBER, "Åsa-Märta", "Påhitt", ProtectedIdentity.SECRECY_MARKED);

    @TempDir
    Path directory;

    @Test
    void what_is_sealed_opens_as_that_childs_from_that_authority_and_as_nothing_else() {
        byte[] shut = IdentitySealer.with(keys("a")).seal(ASA, CHILD, "2380", Agency.SCHOOL);
        IdentityOpener workplace = IdentityOpener.with(keys("a"));

        Identity opened = workplace.open(shut, CHILD, "2380", Agency.SCHOOL).orElseThrow();

        assertThat(opened).isEqualTo(ASA);
        assertThat(opened.number()).isEqualTo("20140312-2383");
        assertThat(opened).asString().doesNotContain("sa", "2014");
        assertThat(workplace.open(shut, OTHER, "2380", Agency.SCHOOL)).isEmpty();
        assertThat(workplace.open(shut, CHILD, "1265", Agency.SCHOOL)).isEmpty();
        assertThat(workplace.open(shut, CHILD, "2380", Agency.POLICE)).isEmpty();
        shut[shut.length - 1] ^= 1;
        assertThat(workplace.open(shut, CHILD, "2380", Agency.SCHOOL)).isEmpty();
        assertThat(IdentityOpener.with(keys("b")).open(shut, CHILD, "2380", Agency.SCHOOL))
                .isEmpty();
    }

    @Test
    void what_seals_cannot_open() throws Exception {
        VaultKeys keys = keys("a");
        IdentitySealer.with(keys);

        assertThat(Files.readString(keys.publicKey())).contains("HpkePublicKey").doesNotContain("PrivateKey");
        var publicAlone = new VaultKeys(keys.publicKey(), keys.publicKey(), false, Optional.empty());
        assertThatThrownBy(() -> IdentityOpener.with(publicAlone)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_intake_needs_the_public_key_alone() throws Exception {
        VaultKeys whole = keys("a");
        IdentityOpener workplace = IdentityOpener.with(whole);
        Path alone = Files.copy(whole.publicKey(), directory.resolve("public.json"));
        var intake = new VaultKeys(alone, directory.resolve("none.json"), false, Optional.empty());

        byte[] sealed = IdentitySealer.with(intake).seal(ASA, CHILD, "2380", Agency.SCHOOL);

        assertThat(workplace.open(sealed, CHILD, "2380", Agency.SCHOOL)).contains(ASA);
    }

    @Test
    void the_length_tells_nothing_and_nothing_is_sealed_twice_the_same() {
        IdentitySealer sealer = IdentitySealer.with(keys("a"));
        List<Identity> all = List.of(
                new Identity(NUMBER, "B", "Ö", ProtectedIdentity.NONE),
                ASA,
                new Identity(NUMBER, "ế".repeat(80), "ế".repeat(60), ProtectedIdentity.PROTECTED_REGISTRATION));

        List<byte[]> sealed = all.stream()
                .map(one -> sealer.seal(one, CHILD, "2380", Agency.SCHOOL))
                .toList();

        assertThat(sealed).extracting(bytes -> bytes.length).containsOnly(501);
        assertThat(sealer.seal(ASA, CHILD, "2380", Agency.SCHOOL)).isNotEqualTo(sealed.get(1));
        assertThat(IdentityOpener.with(keys("a")).open(sealed.get(2), CHILD, "2380", Agency.SCHOOL))
                .contains(all.get(2));
    }

    @Test
    void neither_name_nor_number_stands_in_what_is_sealed_in_any_writing() {
        byte[] sealed = IdentitySealer.with(keys("a")).seal(ASA, CHILD, "2380", Agency.SCHOOL);

        for (byte[] written : writings("Åsa-Märta", "Påhitt", "201403122383", "20140312", "1403122383", "2383")) {
            assertThat(HexFormat.of().formatHex(sealed))
                    .doesNotContain(HexFormat.of().formatHex(written));
        }
        // The search itself finds what is there: unsealed it would have been seen.
        assertThat(HexFormat.of().formatHex(IdentityBytes.of(ASA)))
                .contains(HexFormat.of().formatHex("Påhitt".getBytes(StandardCharsets.UTF_8)));
    }

    private static List<byte[]> writings(String... texts) {
        List<byte[]> all = new ArrayList<>();
        for (String text : texts) {
            for (Charset charset : List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.ISO_8859_1,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.UTF_16LE)) {
                all.add(text.getBytes(charset));
            }
            all.add(Base64.getEncoder().withoutPadding().encode(text.getBytes(StandardCharsets.UTF_8)));
            if (text.matches("[0-9]{8,}")) {
                all.add(HexFormat.of().parseHex(text));
            }
        }
        return all;
    }

    @Test
    void what_was_sealed_to_an_old_key_opens_beside_what_is_sealed_to_a_new_one() throws Exception {
        VaultKeys keys = keys("a");
        byte[] before = IdentitySealer.with(keys).seal(ASA, CHILD, "2380", Agency.SCHOOL);

        KeysetHandle old = keys.opening();
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(
                                old.getPrimary().getKey().getParameters())
                        .withRandomId()
                        .makePrimary())
                .build();
        Files.writeString(
                keys.privateKey(),
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        rotated, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        Files.writeString(
                keys.publicKey(),
                TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                        rotated.getPublicKeysetHandle(), RegistryConfiguration.get()));
        byte[] after = IdentitySealer.with(keys).seal(ASA, CHILD, "2380", Agency.SCHOOL);

        assertThat(List.of(before, after))
                .allSatisfy(one -> assertThat(IdentityOpener.with(keys).open(one, CHILD, "2380", Agency.SCHOOL))
                        .contains(ASA));
        assertThat(before).startsWith(1).isNotEqualTo(after);
    }

    @Test
    void a_first_start_makes_a_pair_that_is_its_owners_alone_however_many_start_at_once() throws Exception {
        VaultKeys keys = keys("together");
        List<byte[]> shut = new ArrayList<>();
        try (var services = Executors.newFixedThreadPool(8)) {
            Callable<byte[]> start = () -> IdentitySealer.with(keys).seal(ASA, CHILD, "2380", Agency.SCHOOL);
            for (var one : services.invokeAll(List.of(start, start, start, start, start, start, start, start))) {
                shut.add(one.get());
            }
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKey())))
                .isEqualTo("rw-------");
        assertThat(shut)
                .allSatisfy(one -> assertThat(IdentityOpener.with(keys).open(one, CHILD, "2380", Agency.SCHOOL))
                        .contains(ASA));
    }

    @Test
    void no_private_key_is_made_beside_a_public_one_nor_any_where_none_may_be() throws Exception {
        VaultKeys keys = keys("a");
        IdentitySealer.with(keys);
        Files.delete(keys.privateKey());

        assertThatThrownBy(() -> IdentityOpener.with(keys)).isInstanceOf(UncheckedIOException.class);
        assertThat(keys.privateKey()).doesNotExist();
        var cluster =
                new VaultKeys(directory.resolve("no.json"), directory.resolve("nor.json"), false, Optional.empty());
        assertThatThrownBy(() -> IdentitySealer.with(cluster)).isInstanceOf(UncheckedIOException.class);
        assertThat(directory.resolve("nor.json")).doesNotExist();
    }

    private VaultKeys keys(String start) {
        Path keys = directory.resolve(start).resolve("keys");
        return new VaultKeys(
                keys.resolve("vault-public.json"), keys.resolve("vault-private.json"), true, Optional.empty());
    }
}
