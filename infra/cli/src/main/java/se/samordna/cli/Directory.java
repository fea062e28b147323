package se.samordna.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import se.samordna.kit.privacy.VaultKeys;

/** Where a local run keeps its data: {@code .samordna} beside the source tree, whatever directory one stands in. */
final class Directory {
    @Option(names = "--dir", paramLabel = "D", description = "Where the data are kept (default: .samordna).")
    Optional<Path> dir = Optional.empty();

    Path path() {
        return dir.orElseGet(
                        () -> Path.of(System.getProperty("samordna.home", "")).resolve(".samordna"))
                .toAbsolutePath()
                .normalize();
    }

    /** The key of the pseudonyms, made by the first start. */
    Path key() {
        return path().resolve("keys").resolve("pseudonym.json");
    }

    /** The keys of the vault, made by the first start. */
    VaultKeys vaultKeys() {
        Path keys = path().resolve("keys");
        return new VaultKeys(
                keys.resolve("vault-public.json"), keys.resolve("vault-private.json"), false, Optional.empty());
    }
}
