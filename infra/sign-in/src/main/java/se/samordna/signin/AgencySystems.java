package se.samordna.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.samordna.schemas.Agencies;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The secrets by which the agencies' own systems get tokens, in a file that only its owner reads. Made at the first start
 * and told nowhere else.
 */
final class AgencySystems {
    private static final TypeReference<TreeMap<String, String>> SECRETS = new TypeReference<>() {};
    private static final int BYTES = 32;

    private AgencySystems() {}

    /** The client of an agency, such as {@code social-services-system}. */
    static String client(String agency) {
        return agency.toLowerCase(Locale.ROOT).replace('_', '-') + "-system";
    }

    /** Each agency's secret, by the name the agency has in tokens. */
    static Map<String, String> secrets(Path keys) {
        Path file = keys.resolve("systems.json");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return JsonMapper.shared().readValue(Files.readString(file), SECRETS);
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets of the agencies' systems cannot be read or made: " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        Map<String, String> fresh = new TreeMap<>();
        Agencies.ALL.forEach(agency -> fresh.put(agency.name(), secret()));
        Path directory = file.toAbsolutePath().normalize().getParent();
        if (directory == null) {
            throw new IOException("no directory for " + file);
        }
        Files.createDirectories(directory, ownerOnly("rwx------"));
        Path draft = Files.createTempFile(directory, "systems", ".new", ownerOnly("rw-------"));
        try {
            Files.writeString(draft, JsonMapper.shared().writeValueAsString(fresh));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another start was first; its secrets are the ones.
            return;
        } finally {
            Files.delete(draft);
        }
    }

    /** As much chance as nobody can guess. */
    static String secret() {
        byte[] chance = new byte[BYTES];
        new SecureRandom().nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    private static FileAttribute<?>[] ownerOnly(String rights) {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
