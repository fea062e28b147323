package se.samordna.kit.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.samordna.kit.privacy.PseudonymKey;
import se.samordna.kit.privacy.VaultKeys;

/**
 * What can be set for everything that takes events in.
 *
 * @param bootstrap the brokers
 * @param registry the schema registry's Confluent API
 * @param coordination where coordination answers, for conflicts and the state of an event; none: not asked
 * @param dir the directory of this machine's data; the pseudonyms' key lies in it
 * @param instance tells instances of one service apart; the same after a restart
 * @param pseudonym where the pseudonyms' key is, if not in {@code dir}
 * @param vault where the keys of the vault are, if not in {@code dir}
 */
@ConfigurationProperties("samordna")
public record KitSettings(
        @DefaultValue("127.0.0.1:19092") String bootstrap,

        @DefaultValue("http://127.0.0.1:18081/apis/ccompat/v7")
        String registry,

        @DefaultValue List<URI> coordination,
        @DefaultValue(".samordna") Path dir,
        @DefaultValue("0") String instance,
        @DefaultValue Pseudonym pseudonym,
        @DefaultValue Vault vault) {

    /**
     * The key of the pseudonyms.
     *
     * @param key its file; {@code <dir>/keys/pseudonym.json} if not set
     * @param make whether a first start makes one; never in a cluster, where every service must have the same
     * @param kms the key of a key management service under which the file is encrypted
     */
    public record Pseudonym(
            Optional<Path> key, @DefaultValue("true") boolean make, Optional<String> kms) {}

    /**
     * The pair of keys of the vault that holds who the children are.
     *
     * @param publicKey its file; {@code <dir>/keys/vault-public.json} if not set. Every intake needs it
     * @param privateKey its file; {@code <dir>/keys/vault-private.json} if not set. The workplace alone needs it
     * @param make whether a first start makes a pair; never in a cluster, where no intake may have the private one
     * @param kms the key of a key management service under which the private file is encrypted
     */
    public record Vault(
            Optional<Path> publicKey,
            Optional<Path> privateKey,
            @DefaultValue("true") boolean make,
            Optional<String> kms) {}

    /** Where the vault's keys are. */
    public VaultKeys vaultKeys() {
        Path keys = dir.resolve("keys");
        return new VaultKeys(
                vault.publicKey().orElse(keys.resolve("vault-public.json")),
                vault.privateKey().orElse(keys.resolve("vault-private.json")),
                vault.make(),
                vault.kms());
    }

    /** Where the key comes from: the one file every app of this machine or cluster shares. */
    public PseudonymKey pseudonymKey() {
        Path file = pseudonym.key().orElse(dir.resolve("keys").resolve("pseudonym.json"));
        return pseudonym
                .kms()
                .<PseudonymKey>map(uri -> new PseudonymKey.KmsReference(uri, file))
                .orElseGet(() -> new PseudonymKey.KeyFile(file, pseudonym.make()));
    }
}
