package se.samordna.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts of a local run lie on disk. */
final class Local {
    private Local() {}

    /** The jar or directory a class was loaded from. */
    static URI uri(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The registry's distribution, unpacked by the build into {@code infra/local/target/apicurio}: beside our own
     * classes, or where {@code samordna.apicurio} says.
     */
    static Path registryDistribution() {
        String told = System.getProperty("samordna.apicurio", "");
        Path found = told.isEmpty() ? besideOurClasses() : Path.of(told);
        if (!Files.isRegularFile(found.resolve("quarkus-run.jar"))) {
            throw new StartupProblem("The schema registry is missing: no quarkus-run.jar in " + found
                    + ". Build it with: ./mvnw -Dquick -pl infra/local -am process-resources");
        }
        return found;
    }

    private static Path besideOurClasses() {
        return Path.of(uri(Local.class)).toAbsolutePath().resolveSibling("apicurio");
    }
}
