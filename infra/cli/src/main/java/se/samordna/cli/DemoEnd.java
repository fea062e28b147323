package se.samordna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import se.samordna.local.StartupProblem;

/**
 * The day on which the demo's data end: that of its first start, kept beside the data. A start on a later day goes on with
 * the same made-up year, also where the first was broken off, instead of telling another one on top of it.
 */
final class DemoEnd {
    private final Path file;

    /** @param directory where the data are kept */
    DemoEnd(Path directory) {
        this.file = directory.resolve("demo-until");
    }

    /**
     * The day kept, if there is one.
     *
     * @throws StartupProblem if the file says something else than a day
     */
    Optional<LocalDate> kept() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(Files.readString(file).strip()));
        } catch (DateTimeException e) {
            throw new StartupProblem(file + " says no day on which the demo's data end", e);
        }
    }

    /** Keeps a day. To be called before any of the data are told. */
    void keep(LocalDate until) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, until + System.lineSeparator());
    }
}
