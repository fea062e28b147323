package se.samordna.kit.privacy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file of a key, readable by its owner alone, in a directory that is its owner's alone.
 *
 * @param path where it is
 */
record OwnerOnlyFile(Path path) {

    boolean exists() {
        return Files.exists(path);
    }

    /** Several services may start at once on the same directory: the first link wins, the others read its key. */
    void makeUnlessThere(String content) throws IOException {
        Path directory = path.toAbsolutePath().normalize().getParent();
        if (directory == null) {
            throw new IOException("no directory for " + path);
        }
        Files.createDirectories(directory, ownerOnly("rwx------"));
        Path draft = Files.createTempFile(directory, "key", ".new", ownerOnly("rw-------"));
        try {
            Files.writeString(draft, content);
            link(draft);
        } finally {
            Files.delete(draft);
        }
    }

    private void link(Path draft) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            // Another service was first; its key is the one.
            return;
        }
    }

    private static FileAttribute<?>[] ownerOnly(String rights) {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
