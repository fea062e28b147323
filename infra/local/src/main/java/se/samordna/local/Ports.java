package se.samordna.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** TCP ports on 127.0.0.1, and on no other address. */
public final class Ports {
    /** The one address everything local listens on. */
    public static final String HOST = "127.0.0.1";

    // What a killed run held is let go a moment after it died; a restart at once must not stumble on it.
    private static final Duration GRACE = Duration.ofSeconds(3);

    // Given to a part of this process that may not listen on it yet.
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int MANY = 1_000;

    private Ports() {}

    /**
     * A port nobody listens on now. Drawn from below the range that outgoing connections are given theirs from: there a
     * port may be taken by anyone between being found free and being listened on.
     */
    public static int free() {
        for (int tries = 0; tries < MANY; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (available(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new StartupProblem("No port is free between " + LOWEST + " and " + HIGHEST + " on " + HOST);
    }

    /**
     * The given port, if it can be had.
     *
     * @param what who wants it, in plain words
     * @param option the option that chooses another one
     * @throws StartupProblem if another program listens on it
     */
    public static int claim(int port, String what, String option) {
        GIVEN.add(port);
        long end = System.nanoTime() + GRACE.toNanos();
        while (!available(port)) {
            if (System.nanoTime() > end) {
                throw new StartupProblem(
                        "Port %d on %s, wanted for %s, is in use by another program. Stop that, or choose another with %s."
                                .formatted(port, HOST, what, option));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return port;
    }

    private static boolean available(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port), 1);
            return true;
        } catch (IOException e) {
            // Bound by another, or not ours to bind: either way not available.
            return false;
        }
    }
}
