package se.samordna.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The browser of whoever sits at this machine. There is one only where someone sits: at a terminal, with a display, and
 * neither in a build nor over SSH.
 *
 * @param command the program that opens an address; empty where nobody would see it
 */
record Browser(Optional<String> command) {

    /** The one of this machine. */
    static Browser here() {
        return of(Progress.onTerminal(), System.getProperty("os.name", ""), System.getenv());
    }

    static Browser of(boolean terminal, String system, Map<String, String> environment) {
        if (!terminal || set(environment, "CI") || set(environment, "SSH_CONNECTION")) {
            return new Browser(Optional.empty());
        }
        if (system.startsWith("Mac")) {
            return new Browser(Optional.of("open"));
        }
        boolean display = set(environment, "DISPLAY") || set(environment, "WAYLAND_DISPLAY");
        return new Browser(display ? Optional.of("xdg-open") : Optional.empty());
    }

    private static boolean set(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    /** Opens a page, where someone would see it. Returns why it could not; a page that is not opened is no failure. */
    Optional<String> open(String url) {
        if (command.isEmpty()) {
            return Optional.empty();
        }
        try {
            new ProcessBuilder(List.of(command.get(), url))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(command.get() + " could not be started");
        }
    }
}
