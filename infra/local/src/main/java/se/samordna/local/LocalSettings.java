package se.samordna.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the platform runs on this machine.
 *
 * @param dir where all data are kept
 * @param port of the page and all HTTP APIs
 * @param instances how many coordination apps; all but the first are processes of their own
 * @param rules the file of the rules' settings; without it the default ones
 * @param issuer the OpenID provider at which people sign in; without it the demonstration sign-in, on a port of its own
 * @param tokens whether the APIs ask this machine, too, for a token of that provider
 * @param rebuildIndicators whether the indicators forget what they have counted before they start
 */
public record LocalSettings(
        Path dir,
        int port,
        int brokerPort,
        int registryPort,
        int instances,
        Optional<Path> rules,
        Optional<URI> issuer,
        boolean tokens,
        boolean rebuildIndicators) {
    /** Partitions of the per-child topics on one machine. */
    public static final int PARTITIONS = 4;

    /** Free ports for everything, one coordination app: for tests. */
    public static LocalSettings onFreePorts(Path dir) {
        return new LocalSettings(
                dir, Ports.free(), Ports.free(), Ports.free(), 1, Optional.empty(), Optional.empty(), false, false);
    }
}
